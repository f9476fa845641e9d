/** How a citizen found the handling of a solved report, from poor to very good. Not the survey (SKM), which is asked of services. */
export const scores = [1, 2, 3, 4] as const;
export type Score = (typeof scores)[number];

export const isScore = (value: number): value is Score => (scores as readonly number[]).includes(value);

export type Fields = { readonly [name: string]: unknown };

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One field of an update as what it should be, or nothing: updates come in any shape. */
export const fields = (value: unknown): Fields | undefined => (isFields(value) ? value : undefined);
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** PostgreSQL refuses NUL, and nobody means to type it. */
export const clean = (text: string): string => text.replaceAll('\0', '');

/** Kinds of office that a path of learning may be for: counters, health, schools, districts, crews outside. */
export const officeKinds = ['loket', 'kesehatan', 'pendidikan', 'kewilayahan', 'lapangan'] as const;
export type OfficeKind = (typeof officeKinds)[number];

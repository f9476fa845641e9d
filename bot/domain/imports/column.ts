import type { Reason } from './fault.ts';

/** What a cell says, or why it cannot be taken. */
export type Cell<T> = { value: T } | { reason: Reason };
type Read<T> = (text: string) => Cell<T>;

/**
 * How the cells of a column are read. `read` never gets an empty cell: one that is required is then missing, another
 * is `empty`. A column that the file does not have leaves what is known as it is.
 */
export type Column<T> = { required: true; read: Read<T> } | { required: false; read: Read<T>; empty: T };

// biome-ignore lint/suspicious/noExplicitAny: columns of different values side by side; RecordOf gives each its type back.
export type Columns = { readonly [name: string]: Column<any> };

type ValueOf<C> = C extends { read: Read<infer T> } ? (C extends { empty: infer E } ? T | E : T) : never;

/** A row whose cells could all be read: required columns are there, the others where the file has them. */
export type RecordOf<C extends Columns> = {
  [K in keyof C as C[K]['required'] extends true ? K : never]: ValueOf<C[K]>;
} & { [K in keyof C as C[K]['required'] extends true ? never : K]?: ValueOf<C[K]> };

export const required = <T>(read: Read<T>) => ({ required: true, read }) as const;
export const optional = <T, const E>(read: Read<T>, empty: E) =>
  ({ required: false, read: read as Read<T | E>, empty }) as const;

import type { html } from 'hono/html';

/** A piece of page; texts in it are escaped. */
export type Html = ReturnType<typeof html>;

export const stringOf = async (piece: Html): Promise<string> => String(await piece);

import type { Tx } from './imports/upsert.ts';
import type { Runner } from './prepared.ts';

/** What runs prepared statements inside a transaction that drizzle began: its driver's own, which drizzle's types leave out. */
export const runnerOf = (tx: Tx): Runner => (tx._.session as unknown as { readonly client: Runner }).client;

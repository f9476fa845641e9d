import type { Finding } from '../../bot/domain/imports/finding.ts';
import type { Sheet } from '../../bot/domain/imports/read-sheet.ts';
import type { QuestionOrder } from '../../bot/domain/skm/question-order.ts';
import type { Seal } from '../sealed.ts';
import type { Counts, Tx } from './upsert.ts';

/** What came of a file: with faults nothing was written, and `counts` are all zero. */
export type Imported = Omit<Finding<never>, 'records'> & { counts: Counts };

/** What a file does not say itself. `zone` counts where the agency names none; `order`: that of a survey's numbered columns. */
export type Aside = { now: Date; zone: string; order?: QuestionOrder | undefined };

/** Reads a sheet against what the database holds and writes it, in a transaction that has the table to itself. */
export type ImportKind = (tx: Tx, seal: Seal, sheet: Sheet, aside: Aside) => Promise<Imported>;

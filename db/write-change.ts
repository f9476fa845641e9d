import postgres from 'postgres';
import type { Change, City, Session } from '../bot/ports.ts';
import { carryOut } from './carry-out.ts';
import type { Database } from './database.ts';
import { Overtaken } from './overtaken.ts';
import type { Seal } from './sealed.ts';
import { fileAtOnce } from './stores/file-at-once.ts';
import { type Claim, type Turn, writeTurn, writeTurns } from './stores/inbox.ts';
import { addLetters, blanksOfLetter } from './stores/letter.ts';
import { blanksOfReport } from './stores/report.ts';
import { sayAtOnce } from './stores/say-at-once.ts';
import { createTogether } from './together.ts';

/** What became of a change; `letters` are the numbers of those that are the writer's own to send. */
export type Written = {
  claim: Claim | undefined;
  letters: readonly (number | undefined)[];
  /** Nobody is to be told of it: known of a report that was filed where nobody serves yet. */
  untold?: true;
};

/** Somebody else was faster, or the message is a repeat: the transaction is rolled back. */
class Unclaimed extends Error {
  readonly claim: Claim | undefined;
  constructor(claim: Claim | undefined) {
    super('not claimed');
    this.claim = claim;
  }
}

/** The number drawn for a report is somebody else's already (one in a thousand million for each that exists). */
const isTakenTicket = (error: unknown): boolean =>
  error instanceof postgres.PostgresError && error.constraint_name === 'report_ticket_unique';

/** At most so many turns are written by one statement. */
const togetherMost = 64;

/** Writes turns that have no effects: alone, or together with those that came while others were being written. */
const lightWriter = ({ sql: pool, keyed }: Pick<Database, 'sql' | 'keyed'>, together: boolean) => {
  const alone = async (turn: Turn) => (await writeTurn(pool, turn))[0];
  if (!together) return alone;
  return createTogether<Turn, Claim | undefined>({
    alone,
    all: async (turns) => {
      const claims = await writeTurns(keyed, { turns: JSON.stringify(turns) });
      const of = new Map(claims.map((claim) => [claim.contact, claim]));
      return turns.map(({ contact }) => of.get(contact));
    },
    nameOf: ({ contact }) => contact,
    most: togetherMost,
  });
};

const inTransaction = (
  pool: Database['sql'],
  seal: Seal,
  city: () => City,
  session: Session,
  change: Change,
  turn: Turn,
): Promise<Written> =>
  pool
    .begin(async (tx): Promise<Written> => {
      const claimed = writeTurn(tx, turn);
      const carried = Promise.allSettled(carryOut(tx, seal, city, session, change));
      const posted = Promise.allSettled(addLetters(tx, seal, session.contact, change.letters, true));
      const [claim] = await claimed;
      const done = [...(await carried), ...(await posted)];
      if (!claim?.won) throw new Unclaimed(claim);
      const failed = done.find(({ status }) => status === 'rejected');
      if (failed?.status === 'rejected') throw failed.reason;
      const letters = (await posted).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      return { claim, letters };
    })
    .catch((error: unknown): Written => {
      if (error instanceof Unclaimed) return { claim: error.claim, letters: [] };
      throw error;
    });

/**
 * Writes what one message changes, all or nothing: an ordinary step in one statement, if `together` shared with others
 * that wait; a step with one letter, or a filed report with its receipt, in one; everything else in a transaction. Without a claim it is to be decided
 * again, also when the number drawn for a report was taken or what an effect stands on has changed.
 */
export const createWriteChange = (
  database: Pick<Database, 'sql' | 'keyed'>,
  seal: Seal,
  { together, city }: { together: boolean; city: () => City },
): ((session: Session, change: Change, turn: Turn) => Promise<Written>) => {
  const { sql: pool } = database;
  const writeLight = lightWriter(database, together);
  const write = async (session: Session, change: Change, turn: Turn): Promise<Written> => {
    const [effect, ...effects] = change.effects;
    const [letter, ...letters] = change.letters;
    if (!effect && !letter) return { claim: await writeLight(turn), letters: [] };
    if (!effect && letter && letters.length === 0) {
      const [said] = await sayAtOnce(pool, {
        ...turn,
        ...blanksOfLetter(seal, session.contact, letter, true),
      });
      return { claim: said, letters: [said?.letter ?? undefined] };
    }
    const plain = effect?.do === 'report.file' && effect.report.sensitive === 'none';
    if (!plain || !letter || effects.length + letters.length > 0)
      return inTransaction(pool, seal, city, session, change, turn);
    const [filed] = await fileAtOnce(pool, {
      ...turn,
      ...blanksOfReport(seal, session.contact, effect, change.key),
      ...blanksOfLetter(seal, session.contact, letter, true),
    });
    const mine = [filed?.letter ?? undefined];
    return { claim: filed, letters: mine, ...(filed?.noticed === false && { untold: true }) };
  };
  return async (session, change, turn) => {
    try {
      return await write(session, change, turn);
    } catch (error) {
      if (isTakenTicket(error) || error instanceof Overtaken) return { claim: undefined, letters: [] };
      throw error;
    }
  };
};

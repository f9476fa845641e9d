import type { Share } from '../../bot/domain/ballot/keys.ts';
import { type Attack, attackVote } from './vote-attack.ts';
import { smallMultiples } from './vote-attack-ciphers.ts';
import { logEnd, tableFiles, writeAheadLog } from './vote-attack-disk.ts';
import { type Dump, dumpDatabase } from './vote-attack-evidence.ts';
import { openPoll } from './vote-attack-poll.ts';

const seed = 7;

/** What was printed, and what the simulator's panel is shown of each message, as a table beside the others. */
const withLines = (dump: Dump, lines: readonly string[]): Dump => {
  const rows = lines.map((text, at) => {
    const contact = /"contact":(\d+)/.exec(text)?.[1] ?? '';
    return new Map([
      ['$ctid', `(0,${at})`],
      ['contact_id', contact],
      ['text', text],
    ]);
  });
  return new Map([...dump, ['printed', rows]]);
};

/**
 * A vote as it is held, with everything that an attacker may find of it before the close, after it and after the count. The
 * first `party` voters are the attacker's own; `small`: up to which factor the attacker looks.
 */
export const holdTrial = async (given: { people: number; failed: number; party: number; small: number }) => {
  const poll = await openPoll(given.people);
  const { sql, seal, folder } = poll;
  const from = await logEnd(sql);
  const cast = await poll.voteAll(seed, given.failed);
  const until = await logEnd(sql);
  const log = await writeAheadLog(sql, folder, from, until);
  const before = withLines(await dumpDatabase(sql, seal), poll.printed());
  const files = await tableFiles(sql, folder, ['employee', 'award_nominee']);
  const swept = await poll.shut();
  const closed = await dumpDatabase(sql, seal);
  await poll.count();
  const dumps = new Map([
    ['before', before],
    ['closed', closed],
    ['tallied', await dumpDatabase(sql, seal)],
  ]);
  const small = smallMultiples(given.small);
  const accomplices = new Map([...cast].slice(0, given.party).map(([who, { option }]) => [who, option]));
  const strangers = [...cast].slice(given.party);
  const rightOf = (of: ReadonlyMap<string, number>) => {
    const tried = strangers.filter(([who]) => of.has(who));
    return {
      tried: tried.length,
      right: tried.filter(([who, { option }]) => of.get(who) === option).length,
    };
  };
  return {
    poll,
    cast,
    log,
    dumps,
    files,
    swept,
    attack: ({
      of = dumps,
      shares = [],
    }: {
      of?: ReadonlyMap<string, Dump>;
      shares?: readonly Share[];
    }): Attack => attackVote({ dumps: of, log, shares, accomplices, small }),
    /** The share of right guesses, of those who are not of the attacker's party. */
    rightShare: (of: ReadonlyMap<string, number>): number => {
      const { tried, right } = rightOf(of);
      return right / tried;
    },
    /** Ways that were right more often than six deviations of chance allow. */
    lucky: ({ ways }: Attack): string[] =>
      ways.flatMap(({ by, of }) => {
        const { tried, right } = rightOf(of);
        const most = tried * 0.2 + 6 * Math.sqrt(tried * 0.16) + 3;
        return right > most ? [`${by}: ${right} of ${tried}`] : [];
      }),
  };
};
export type Trial = Awaited<ReturnType<typeof holdTrial>>;

import { readFile } from 'node:fs/promises';
import { writeShare } from '../../../bot/domain/ballot/keys.ts';
import { plainId } from '../../../bot/domain/nip.ts';
import { type OpenedCycle, openCycle } from '../../../db/award/open.ts';
import { operatorCommand } from '../operator-command.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { cycleArg, onAward } from './on-award.ts';
import { readCycle } from './read-cycle.ts';

const handing = [
  'These three shares are shown now and never again. They stand in no file, no database, no log and no letter of ours.',
  'Write each on paper and give it to its keeper only, in a closed envelope: not by chat, not by mail, not in a photo.',
  'Any two of the three open the result. With fewer than two there is no result, and nobody can mend that: tell the committee now.',
];

const outcomeOf = (code: string, opened: OpenedCycle): Outcome => {
  switch (opened.is) {
    case 'three':
      return refused('Name three different keepers: --keepers NIP,NIP,NIP.');
    case 'late':
      return refused(
        `Nominations would begin on ${opened.from}: rules are published before that day. Plan it anew.`,
      );
    case 'open':
      return refused(`Cycle ${opened.code} is not decided yet: one is open at a time.`);
    case 'code':
      return refused(`There was a cycle ${opened.code} already: give this one another code.`);
    case 'no-member':
      return refused(`Not of the committee, or not at work here: ${opened.nips.join(', ')}.`);
    case 'opened': {
      const shares = opened.shares.map(({ share, nip, name }) => ({
        member: share.member,
        nip,
        name,
        share: writeShare(share),
      }));
      const lines = shares.flatMap(({ name, nip, share }) => ['', `${name} (${nip})`, `  ${share}`]);
      return done(
        [`Cycle ${code} is open. Hash of its rules: ${opened.rulesHash}`, ...lines, '', ...handing].join(
          '\n',
        ),
        { cycle: code, rules_hash: opened.rulesHash, shares },
      );
    }
    default:
      return opened satisfies never;
  }
};

/** Opens a cycle by a file of rules, and shows the three shares of its key once. */
export const openCommand = operatorCommand(
  {
    name: 'open',
    description: 'Open a cycle: publishes its rules and shows the three shares of its key, once',
    asks: 'run-award',
  },
  {
    cycle: cycleArg,
    rules: {
      type: 'string',
      required: true,
      valueHint: 'FILE',
      description: 'JSON, as "award plan" writes it',
    },
    keepers: {
      type: 'string',
      required: true,
      valueHint: 'NIP,NIP,NIP',
      description: 'Three members of the committee, each keeps one share',
    },
  },
  async ({ cycle: code, rules, keepers }) => {
    const json = await readFile(rules, 'utf8').catch(() => undefined);
    if (json === undefined) return refused(`${rules} cannot be read.`);
    const read = readCycle(json);
    if ('faults' in read)
      return refused(read.faults.map(({ path, reason }) => `${path} ${reason}.`).join('\n'));
    const { cycle } = read;
    if (cycle.code !== code) return refused(`The file is of the cycle ${cycle.code}, not of ${code}.`);
    const nips = keepers.split(',').map(plainId).filter(Boolean);
    return onAward(async ({ database, at, zone, random }) =>
      outcomeOf(code, await openCycle(database.sql, { cycle, keepers: nips }, { at, zone, random })),
    );
  },
);

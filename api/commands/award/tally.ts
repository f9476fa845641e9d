import type { Bulletin } from '../../../bot/domain/ballot/bulletin.ts';
import { type Tallied, tallyVote } from '../../../db/award/tally.ts';
import { operatorCommand } from '../operator-command.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { askShares } from './ask-shares.ts';
import { cycleArg, noCycle, onAward } from './on-award.ts';

const totalsOf = ({ categories, totals }: Bulletin): string[] =>
  categories.flatMap(({ category, candidates }) => {
    const votes = totals.find((total) => total.category === category)?.votes ?? [];
    return [
      '',
      category,
      ...[...candidates, 'blank'].map((name, at) => `${String(votes[at] ?? 0).padStart(6)}  ${name}`),
    ];
  });

const next = 'Anybody can count again: "export award --out FILE", then "award check FILE".';

const outcomeOf = (code: string, tallied: Tallied): Outcome => {
  switch (tallied.is) {
    case 'unknown':
      return refused(noCycle(code));
    case 'open':
      return refused(`The vote of ${code} is not closed: nothing is opened before.`);
    case 'same-member':
      return refused('Both shares are of the same keeper: two different ones are needed. Nothing is lost.');
    case 'wrong': {
      const one = tallied.members.length === 1;
      return refused(
        `${one ? 'Share' : 'Shares'} ${tallied.members.join(' and ')} ${one ? 'is' : 'are'} not of this cycle: mistyped, or of another one. Nothing is lost; try again.`,
      );
    }
    case 'fault':
      return refused(
        `${tallied.category}: the ballots do not hold (${tallied.fault}). Nothing is opened or written.`,
      );
    case 'was-tallied':
      return done(
        [`${code} was counted before; nothing is changed.`, ...totalsOf(tallied.bulletin)].join('\n'),
        { cycle: code, changed: false, totals: tallied.bulletin.totals },
      );
    case 'tallied':
      return done(
        [
          `${code} is counted. No ballot was opened, only their sums.`,
          ...totalsOf(tallied.bulletin),
          ...tallied.small.map(
            (category) =>
              `\n${category} has fewer than five ballots: it is neither opened nor published, and the committee decides.`,
          ),
          '',
          next,
        ].join('\n'),
        { cycle: code, changed: true, totals: tallied.bulletin.totals, small: tallied.small },
      );
    default:
      return tallied satisfies never;
  }
};

/** Counts a closed vote with two keepers' shares, which are asked for and forgotten. */
export const tallyCommand = operatorCommand(
  {
    name: 'tally',
    description:
      'Count a closed vote; asks two keepers for their shares, or reads two lines of standard input',
    asks: 'run-award',
  },
  { cycle: cycleArg },
  async ({ cycle: code }) => {
    const asked = await askShares();
    if ('refused' in asked) return refused(asked.refused);
    return onAward(async ({ database, at, zone, random }) =>
      outcomeOf(code, await tallyVote(database.sql, code, asked.shares, { at, zone, random })),
    );
  },
);

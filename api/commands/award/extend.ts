import { extendVote } from '../../../db/award/extend-vote.ts';
import { operatorCommand } from '../operator-command.ts';
import { done, refused } from '../outcome.ts';
import { cycleArg, minutesArg, noCycle, onAward } from './on-award.ts';

/** Prolongs a vote below its quorum, once, by minutes of the committee. */
export const extendCommand = operatorCommand(
  { name: 'extend', description: 'Prolong a vote below its quorum, once', asks: 'run-award' },
  { cycle: cycleArg, minutes: minutesArg },
  async ({ cycle: code, minutes }) =>
    onAward(async ({ database, city, at, zone }) => {
      const extended = await extendVote(database.sql, code, minutes.trim(), {
        at,
        zone,
        calendar: city.calendar,
      });
      switch (extended.is) {
        case 'unknown':
          return refused(noCycle(code));
        case 'closed':
          return refused('The vote is closed.');
        case 'not-open':
          return refused('The vote has not begun.');
        case 'was-extended':
          return refused('The vote was prolonged before, and it is once: now the committee decides.');
        case 'quorum':
          return refused('Every category has its quorum: the vote ends when the rules say.');
        case 'extended':
          return done(`The vote of ${code} goes on until the end of ${extended.until}.`, {
            cycle: code,
            until: extended.until,
          });
        default:
          return extended satisfies never;
      }
    }),
);

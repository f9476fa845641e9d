import { type Broken, sweepUrn } from '../../../db/award/close.ts';
import { endVote } from '../../../db/award/end-vote.ts';
import { operatorCommand } from '../operator-command.ts';
import { done, refused } from '../outcome.ts';
import { cycleArg, noCycle, onAward } from './on-award.ts';

const brokenWords = ({ category, fault, ballots, voted, receipts }: Broken): string =>
  fault === 'ballot'
    ? `${category}: of ${ballots} ballots at least one does not hold.`
    : `${category}: ${ballots} ballots, ${voted} marks of participation, ${receipts} receipts.`;

/** Closes the vote once its time is over: ballots are verified, counted against marks and receipts, and lie shuffled then. */
export const closeCommand = operatorCommand(
  { name: 'close', description: 'Close the vote once its time is over', asks: 'run-award' },
  { cycle: cycleArg },
  async ({ cycle: code }) =>
    onAward(async ({ database, city, at, zone }) => {
      const ended = await endVote(database.sql, code, { at, zone, calendar: city.calendar });
      switch (ended.is) {
        case 'unknown':
          return refused(noCycle(code));
        case 'unfrozen':
          return refused('Roll and candidates are not fixed yet: run "npm run pendopo -- job award" first.');
        case 'early':
          return refused(`The vote is open until the end of ${ended.until}: it is not closed before.`);
        case 'extended':
          return done(
            `Too few have voted for the quorum: the vote goes on until the end of ${ended.until}, as the rules say. Close it after that.`,
            { cycle: code, closed: false, extended_until: ended.until },
          );
        case 'was-closed':
          return done(`The vote of ${code} was closed before; nothing is changed.`, {
            cycle: code,
            closed: true,
            changed: false,
          });
        case 'broken':
          return refused(
            [
              'The vote cannot be closed as it stands; nothing is changed.',
              ...ended.broken.map(brokenWords),
            ].join('\n'),
          );
        case 'closed': {
          const swept = await sweepUrn(database.sql);
          return done(
            [
              `The vote of ${code} is closed: ballots lie shuffled, and agree in number with marks and receipts.`,
              ...ended.below.map(
                (category) => `${category} is below its quorum: the committee decides, with minutes.`,
              ),
              ...(swept
                ? []
                : [
                    'This role may not rewrite the tables: whoever keeps the database runs "vacuum full award_ballot, award_participation, award_receipt".',
                  ]),
              'Next: "npm run pendopo -- award tally", with two keepers.',
            ].join('\n'),
            { cycle: code, closed: true, changed: true, below_quorum: ended.below, swept },
          );
        }
        default:
          return ended satisfies never;
      }
    }),
);

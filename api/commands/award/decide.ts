import { type Decided, decideAward, type Winner } from '../../../db/award/decide.ts';
import { Overtaken } from '../../../db/overtaken.ts';
import { operatorCommand } from '../operator-command.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { cycleArg, noCycle, onAward } from './on-award.ts';

const seatWords = ({ seated }: Winner, training: string | undefined): string => {
  if (!seated || training === undefined) return '';
  return seated === 'waiting'
    ? `; ${training} is full, first on its waiting list`
    : `; enrolled in ${training}`;
};

const outcomeOf = (decided: Decided, code: string, training: string | undefined): Outcome => {
  switch (decided.is) {
    case 'none':
      return refused(noCycle(code));
    case 'already':
      return refused('It is decided already; nothing was changed and nobody was told twice.');
    case 'phase':
      return refused(`The decision begins on ${decided.from}.`);
    case 'objections':
      return refused(
        `Objections still wait for an answer: ${decided.numbers.join(', ')}. Two of the committee can answer each in chat (/panitia).`,
      );
    case 'not-announced':
      return refused(`There is no result that holds: "award publish ${code}".`);
    case 'ties':
      return refused(
        `A tie is left in ${decided.categories.join(', ')}: "award tie", then "award publish ${code}".`,
      );
    case 'nobody':
      return refused('No candidate was ranked, so nobody can win.');
    case 'no-training':
      return refused(`There is no training ${training ?? ''}.`);
    case 'decided':
      return done(
        [
          decided.late
            ? 'Decided, later than planned; the minutes say so.'
            : 'Decided, and told to everybody.',
          ...decided.winners.map(
            (one) =>
              `${one.category}: ${one.name}, ${one.unit}; certificate ${one.number}${seatWords(one, training)}.`,
          ),
        ].join('\n'),
        {
          cycle: code,
          late: decided.late,
          winners: decided.winners.map(({ category, name, unit, number, seated }) => ({
            category,
            name,
            unit,
            number,
            seated,
          })),
        },
      );
    default:
      return decided satisfies never;
  }
};

/** Takes the decision: first places win, get their certificate's number and the promised training, and everybody is told. */
export const decideCommand = operatorCommand(
  {
    name: 'decide',
    description: 'Decide after the objections: winners, certificates and the promised training',
    asks: 'run-award',
  },
  {
    cycle: cycleArg,
    training: {
      type: 'string',
      valueHint: 'CODE',
      description: 'The advanced training in which each winner gets a place at once',
    },
  },
  ({ cycle: code, training }): Promise<Outcome> =>
    onAward(async ({ database, seal, city, at, random }) => {
      try {
        const decided = await database.sql.begin((tx) =>
          decideAward(tx, seal, city, { code, random, ...(training !== undefined && { training }) }, at),
        );
        return outcomeOf(decided, code, training);
      } catch (error) {
        if (error instanceof Overtaken)
          return refused(
            `A winner can have no place in ${training ?? 'it'}: it is over, or they have done it. Nothing was decided; name another.`,
          );
        throw error;
      }
    }),
);

import type { Question } from '../../../conversation/question.ts';
import { type Choice, literal, say, type Text } from '../../../conversation/reply.ts';
import { type Colleague, mostFound } from '../../../domain/award/nomination-reads.ts';
import { shortTitle } from '../../../domain/training/short-title.ts';

const fewest = 3;

/** What an answer holds before somebody was chosen: the words that were typed. A chosen colleague is a bare number. */
const searched = '?';

export const searchFor = (words: string): string => `${searched}${words.trim().slice(0, 100)}`;

/** The words that were searched for; `undefined` once somebody was chosen. */
export const wordsSearched = (who: string): string | undefined =>
  who.startsWith(searched) ? who.slice(searched.length) : undefined;

/** The number of the colleague who was chosen. */
export const chosenId = (who: string): number => Math.max(0, Math.trunc(Number(who) || 0));

const line = ({ name, position, unit }: Colleague): Text =>
  say('nominate.person', {
    name: literal(shortTitle(name, 60)),
    position: literal(shortTitle(position, 50)),
    unit: literal(shortTitle(unit, 60)),
  });

const choiceOf = ({ id, name, unit }: Colleague): Choice => ({
  id: String(id),
  label: literal(shortTitle(`${name}, ${unit}`, 56)),
  short: literal(shortTitle(name, 24)),
});

/** Who is meant: by a name or a whole NIP, then *maksud Bapak/Ibu …?* with those found; another name may be typed instead. */
export const colleagueQuestion = (
  open: Text,
  asked: string | undefined,
  found: readonly Colleague[],
): Question<string> => {
  const offered = asked !== undefined && wordsSearched(asked) !== undefined ? found : [];
  const ask =
    offered.length === 0
      ? { text: open, choices: [{ id: 'go:menu', label: say('button.not-now') }] }
      : {
          text: {
            join: [
              say(offered.length === mostFound ? 'nominate.which-many' : 'nominate.which'),
              ...offered.map(line),
            ],
            by: '\n',
          },
          choices: offered.map(choiceOf),
          columns: 1,
        };
  return {
    ask,
    hear: {
      choice: ({ id }) =>
        found.some((one) => String(one.id) === id) ? { answer: id } : { again: say('again.choose') },
      text: ({ text }) =>
        [...text.trim()].length < fewest
          ? { again: say('nominate.name-short') }
          : { answer: searchFor(text) },
    },
    valid: (value) => typeof value === 'string' && found.some((one) => String(one.id) === value),
    title: say('button.part.colleague'),
  };
};

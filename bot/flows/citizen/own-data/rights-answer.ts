import { fact, form } from '../../../conversation/form.ts';
import { pick } from '../../../conversation/questions/pick.ts';
import { words } from '../../../conversation/questions/words.ts';
import { literal, say } from '../../../conversation/reply.ts';
import type { RightsCase } from '../../../domain/own-data.ts';
import { isRightsNumber } from '../../../domain/rights.ts';

type Answers = { number: string; outcome: 'done' | 'refused'; words: string };
type Facts = { case: RightsCase | null };

/** The named officer answers a request about personal data; nobody else can open it. What they write goes to the person. */
export const rightsAnswer = form<Answers, Facts>({
  id: 'rights-answer',
  starts: (argument) => (isRightsNumber(argument) ? { number: argument } : {}),
  facts: {
    case: fact<Answers, RightsCase | null, string>({
      of: ({ number }) => number,
      read: (reads, number) => reads.rightsCase(number),
    }),
  },
  ends: ({ facts }) => (facts.case ? undefined : { say: [{ text: say('rights.none') }] }),
  questions: ({ answers: { outcome }, facts }) => ({
    outcome: pick<'done' | 'refused'>(
      {
        text: {
          join: [
            say('rights.case', { number: facts.case?.number ?? '', date: { date: facts.case?.due ?? '' } }),
            literal(facts.case?.words ?? ''),
            say('rights.case.ask'),
          ],
          by: '\n',
        },
        choices: [
          { id: 'done', label: say('button.rights-done') },
          { id: 'refused', label: say('button.rights-refuse') },
        ],
      },
      { title: say('button.rights-how') },
    ),
    words: words(
      { text: say(outcome === 'refused' ? 'rights.words.refused' : 'rights.words.done') },
      { min: 5, max: 1000, title: say('button.rights-words') },
    ),
  }),
  review: ({ answers: { outcome, words: detail = '' }, facts }) => ({
    text: say(outcome === 'refused' ? 'rights.review.refused' : 'rights.review.done', {
      number: facts.case?.number ?? '',
      detail: literal(detail),
    }),
  }),
  finish: ({ answers: { outcome = 'refused', words: said = '' }, facts }) => {
    const number = facts.case?.number ?? '';
    return {
      say: [{ text: say('rights.sent', { number }) }],
      effects: [{ do: 'rights.answer', number, outcome, words: said }],
    };
  },
});

import { type Asking, type Finish, form } from '../../../conversation/form.ts';
import { pick } from '../../../conversation/questions/pick.ts';
import { words } from '../../../conversation/questions/words.ts';
import { type Choice, say } from '../../../conversation/reply.ts';
import { localDate } from '../../../domain/local-date.ts';
import type { OwnData, OwnReport } from '../../../domain/own-data.ts';
import { answerDue, newRightsNumber } from '../../../domain/rights.ts';
import { mine } from './mine.ts';
import { whichReport } from './which-report.ts';

type What = 'language' | 'report' | 'phone' | 'other';
type Answers = { what: What; ticket: string; phone: 'change' | 'take'; words: string };
type Facts = { mine: OwnData };

const choices = (reports: readonly OwnReport[]): Choice[] => [
  { id: 'language', label: say('button.language') },
  { id: 'report', label: say('button.data-report') },
  ...(reports.some(({ phone }) => phone) ? [{ id: 'phone', label: say('button.data-phone') }] : []),
  { id: 'other', label: say('button.data-other') },
];

/** The reports a correction can be about: words are added while it runs, a number is taken back whenever. */
const concerned = (what: What | undefined, reports: readonly OwnReport[]) =>
  what === 'phone' ? reports.filter(({ phone }) => phone) : reports.filter(({ ended }) => ended === null);

const asked = ({ answers, moment }: Asking<Answers, Facts>): Finish => {
  const number = newRightsNumber(moment.random);
  const date = localDate(answerDue(moment.now), moment.city.agency.zone);
  return {
    say: [{ text: say('rights.receipt', { number, date: { date } }) }],
    effects: [{ do: 'rights.ask', number, words: answers.words ?? '' }],
  };
};

/**
 * Something we hold is wrong. The language, the words of a report and a shared number are put right by the person here;
 * anything else becomes a case for the named officer, who has 72 hours (UU 27/2022 art. 30).
 */
export const correctData = form<Answers, Facts>({
  id: 'data-correct',
  facts: { mine },
  questions: ({ answers: { what, ticket }, facts, moment }) => {
    const reports = facts.mine?.reports ?? [];
    const ask = { text: say('own-data.correct'), choices: choices(reports) };
    return {
      what: pick<What>(ask),
      ...((what === 'report' || what === 'phone') && {
        ticket: whichReport(concerned(what, reports), moment),
      }),
      ...(what === 'phone' && {
        phone: pick<'change' | 'take'>({
          text: say('own-data.correct.phone', { ticket: ticket ?? '' }),
          choices: [
            { id: 'change', label: say('button.data-change') },
            { id: 'take', label: say('button.data-take') },
          ],
        }),
      }),
      ...(what === 'other' && {
        words: words({ text: say('own-data.correct.words') }, { min: 5, max: 1000 }),
      }),
    };
  },
  ends: ({ answers: { what }, facts }) =>
    what === 'report' && concerned(what, facts.mine?.reports ?? []).length === 0
      ? {
          say: [
            {
              text: say('own-data.correct.none'),
              choices: [
                { id: 'go:data-correct', label: say('button.data-correct') },
                { id: 'go:menu', label: say('button.menu') },
              ],
            },
          ],
        }
      : undefined,
  finish: (asking) => {
    const { what, ticket = '', phone } = asking.answers;
    switch (what) {
      case 'language':
        return { say: [], next: { form: 'language' } };
      case 'report':
        return { say: [], next: { form: 'add', answers: { ticket } } };
      case 'phone':
        return phone === 'change'
          ? { say: [], next: { form: 'call', answers: { ticket } } }
          : { say: [], next: { form: 'data-withdraw', answers: { what: 'phone' } } };
      case 'other':
      case undefined:
        return asked(asking);
      default:
        return what satisfies never;
    }
  },
});

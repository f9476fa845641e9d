import { form } from '../../../conversation/form.ts';
import { pick } from '../../../conversation/questions/pick.ts';
import { type Choice, literal, say, type Text } from '../../../conversation/reply.ts';
import type { OwnData } from '../../../domain/own-data.ts';
import { newRightsNumber } from '../../../domain/rights.ts';
import { noticeVersion } from '../notice.ts';
import { mine } from './mine.ts';

type Answers = { what: string };
type Facts = { mine: OwnData };

const labels: { [purpose: string]: Text } = {
  phone: say('button.may-call'),
  news: say('button.news-all'),
  'public-photo': say('button.photo-closed'),
  'survey-news': say('button.survey-news'),
};

export const labelOf = (purpose: string): Text => labels[purpose] ?? literal(purpose);

/** What is in force: a shared number, news that we send, and whatever else was agreed to. */
const inForce = ({ reports, stopped, consents }: OwnData): string[] => [
  ...new Set([
    ...(reports.some(({ phone }) => phone) ? ['phone'] : []),
    ...(stopped ? [] : ['news']),
    ...consents.filter((purpose) => purpose !== 'phone' && purpose !== 'news'),
  ]),
];

const all = 'all';

/** Takes a consent back, at once and with proof (UU 27/2022 art. 24 and 40). Reports themselves never stood on one. */
export const withdrawData = form<Answers, Facts>({
  id: 'data-withdraw',
  facts: { mine },
  questions: ({ facts }) => {
    const purposes = facts.mine ? inForce(facts.mine) : [];
    const choices: Choice[] = [
      ...purposes.map((purpose) => ({ id: purpose, label: labelOf(purpose) })),
      ...(purposes.length > 1 ? [{ id: all, label: say('button.all-consents') }] : []),
      { id: 'cancel', label: say('button.cancel') },
    ];
    return { what: pick({ text: say('own-data.withdraw'), choices }) };
  },
  ends: ({ facts }) =>
    facts.mine && inForce(facts.mine).length === 0
      ? {
          say: [
            { text: say('own-data.withdraw.none'), choices: [{ id: 'go:menu', label: say('button.menu') }] },
          ],
        }
      : undefined,
  finish: ({ answers: { what = '' }, facts, moment }) => {
    const purposes = what === all && facts.mine ? inForce(facts.mine) : [what];
    const number = newRightsNumber(moment.random);
    const detail: Text = { join: purposes.map(labelOf), by: ', ' };
    return {
      say: [{ text: say('own-data.withdraw.done', { number, detail }) }],
      effects: [
        { do: 'rights.withdraw', number, purposes, version: noticeVersion },
        ...(purposes.includes('news') ? [{ do: 'contact.stop' as const }] : []),
      ],
    };
  },
});

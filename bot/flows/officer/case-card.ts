import { type Choice, literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import type { Actor } from '../../domain/life-step.ts';
import type { ReportAction } from '../../domain/report-state.ts';
import type { City } from '../../ports.ts';
import type { CaseView } from '../../reads.ts';
import { aboutCase, mayTake } from './case-form.ts';

/** The buttons of a report in the order in which they are wanted, and the conversation each begins. */
const buttons = [
  ['accept', 'accept'],
  ['resume', 'again'],
  ['answer', 'answer'],
  ['ask_citizen', 'ask'],
  ['finish', 'finish'],
  ['extend', 'new-date'],
  ['verify', 'verify'],
  ['forward', 'forward'],
  ['return', 'return'],
  ['not_ours', 'not-ours'],
  ['archive', 'archive'],
  ['merge', 'merge'],
] as const satisfies readonly (readonly [ReportAction, string])[];

const buttonsOf = (view: CaseView, wanted: readonly (typeof buttons)[number][]): Choice[] =>
  wanted
    .filter(([action]) => mayTake(view, action))
    .map(([, form]) => ({
      id: `go:${form}:${view.ticket}`,
      label: say(form === 'return' && reassigns(view) ? 'button.reassign' : `button.case.${form}`),
    }));

/** Once somebody works on it, only the head of the office takes a report away from there: *Alihkan*. */
const reassigns = ({ state }: CaseView): boolean => state === 'diproses';

/** What this employee can do with the report now. */
export const caseChoices = (view: CaseView): Choice[] => [
  ...buttonsOf(view, buttons),
  ...(view.mayNote ? [{ id: `go:note:${view.ticket}`, label: say('button.case.note') }] : []),
  ...(view.sensitive ? [{ id: `go:trail:${view.ticket}`, label: say('button.trail') }] : []),
  ...(view.mayApprove ? [{ id: `go:publish:${view.ticket}`, label: say('button.case.publish') }] : []),
];

export const aliasText = ({ alias }: Pick<CaseView, 'alias'>): Text =>
  say('alias', { plant: literal(alias.plant), number: alias.number });

const placeText = ({ place, point }: CaseView): Text => {
  if (place) return literal(place);
  return point ? literal(`https://maps.google.com/?q=${point.lat},${point.lon}`) : say('case.no-place');
};

const labelOf = (view: CaseView, city: City): Text =>
  literal(city.categories.find(({ key }) => key === view.category)?.label ?? view.category);

const lines = (...all: readonly (Text | false)[]): Text => ({
  join: all.filter((one) => one !== false),
  by: '\n',
});

/** A report laid before an employee: what, where, by when, whose it is, what was last said; then what can be done. */
export const caseCard = (view: CaseView, city: City, head?: Text): Reply => ({
  text: lines(
    head ?? say('case.head', { ticket: view.ticket, category: labelOf(view, city) }),
    say('case.state', { state: say(`state.${view.state}`), date: { date: view.due } }),
    say('case.place', { place: placeText(view) }),
    view.words !== null && say('case.words', { alias: aliasText(view), words: literal(view.words) }),
    view.phone !== null && say('case.phone', { phone: literal(view.phone) }),
    view.taker !== null && say('case.taker', { name: literal(view.taker) }),
    ...lastSaid(view),
    ...view.notes
      .slice(-2)
      .map(({ by, words }) => say('case.note', { name: literal(by), words: literal(words) })),
  ),
  choices: caseChoices(view),
  ...aboutCase(view),
});

const saidBy: { [actor in Actor]?: 'case.said-citizen' | 'case.said-coordinator' } = {
  citizen: 'case.said-citizen',
  coordinator: 'case.said-coordinator',
};

/** The last two things that passed between citizen and office. */
const lastSaid = (view: CaseView): Text[] =>
  view.said
    .filter(({ words }) => words !== null)
    .slice(-2)
    .map(({ by, words }) =>
      say(saidBy[by] ?? 'case.said-office', {
        alias: aliasText(view),
        words: literal(words ?? ''),
      }),
    );

/** What is wanted most when a report comes; the rest stands behind *Lihat laporan*. */
const first: readonly ReportAction[] = ['accept', 'verify', 'answer', 'forward', 'return', 'not_ours'];

/** A report that has just come to an office. */
export const newCaseCard = (view: CaseView, city: City): Reply => ({
  ...caseCard(view, city, say('case.new', { ticket: view.ticket, category: labelOf(view, city) })),
  choices: [
    ...buttonsOf(
      view,
      buttons.filter(([action]) => first.includes(action)),
    ),
    { id: `go:case:${view.ticket}`, label: say('button.see-case') },
  ],
});

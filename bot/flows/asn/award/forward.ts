import { type Asking, type Finish, fact, form } from '../../../conversation/form.ts';
import { literal, type Reply, say, type Text } from '../../../conversation/reply.ts';
import { awardCategories } from '../../../domain/award/award-category.ts';
import { type ForwardingFault, forwardingFaults } from '../../../domain/award/forwarding.ts';
import type { Forwardable, ForwardingDesk } from '../../../domain/award/nomination-reads.ts';
import { shortTitle } from '../../../domain/training/short-title.ts';
import { pageOfList, readPaged } from '../../supervisor/paged.ts';
import { coveredWords } from './covered-words.ts';
import { storyLine } from './nominee-lines.ts';
import { notNow } from './when.ts';

/** `id` 0: the list, one of its pages. */
type Answers = { id: number; page: number; reason: string };
type Facts = { desk: ForwardingDesk | null };
type Ask = Asking<Answers, Facts>;

const perPage = 6;
const storiesShown = 3;

const back = { id: 'go:forward-nominee', label: say('button.forward-list') } as const;

const chosenOf = ({ answers: { id }, facts: { desk } }: Ask): Forwardable | undefined =>
  desk?.nominees.find((one) => one.id === id);

const blanksOf = ({ name, category }: Forwardable) => ({
  name: literal(shortTitle(name, 60)),
  category: say(`award.category.${category}`),
});

const line = (one: Forwardable): Text =>
  say(one.forwarded ? 'forward-nominee.line-done' : 'forward-nominee.line', {
    ...blanksOf(one),
    count: one.named,
  });

/** Who of the office was named, category by category; who would rather not be does not stand here. */
const list = ({ award, office, nominees }: ForwardingDesk, wanted: number): Reply => {
  const open = awardCategories.flatMap((category) =>
    nominees.filter((one) => one.category === category && !one.declined),
  );
  const unit = literal(shortTitle(office, 60));
  if (open.length === 0)
    return {
      text: say('forward-nominee.nobody', { unit }),
      choices: [{ id: 'go:award', label: say('button.award') }],
    };
  const { shown, turns } = pageOfList(open, wanted, perPage, 'go:forward-nominee:.');
  const done = new Set(open.filter(({ forwarded }) => forwarded).map(({ category }) => category));
  return {
    text: {
      join: [say('forward-nominee.list', { unit, title: award?.title ?? '' }), ...shown.map(line)],
      by: '\n',
    },
    choices: [
      ...shown
        .filter(({ category }) => !done.has(category))
        .map(({ id, name }) => ({ id: `go:forward-nominee:${id}`, label: literal(shortTitle(name, 40)) })),
      ...turns,
    ],
    columns: 1,
  };
};

const faultsOf = (ask: Ask, chosen: Forwardable): ForwardingFault[] => {
  const { desk } = ask.facts;
  if (!desk?.award || desk.heads === null) return [];
  const office = desk.heads;
  return forwardingFaults(
    {
      standing: desk.award.standing,
      by: { id: desk.me, heads: desk.heads },
      nominee: { id: chosen.employee, office },
      category: chosen.category,
      nominated: chosen.named > 0 && !chosen.declined,
      forwarded: desk.nominees
        .filter(({ forwarded }) => forwarded)
        .map(({ category }) => ({ office, category })),
      reason: ask.answers.reason ?? 'x'.repeat(desk.award.nomination.reasonLeast),
    },
    desk.award,
  );
};

const refusal = (fault: ForwardingFault, chosen: Forwardable): Text | undefined => {
  const blanks = blanksOf(chosen);
  switch (fault.is) {
    case 'oneself':
      return say('forward-nominee.oneself');
    case 'nominated':
      return say('forward-nominee.declined', blanks);
    case 'already':
      return say('forward-nominee.already', { category: blanks.category });
    case 'phase':
    case 'head':
    case 'office':
    case 'reason':
      return undefined;
    default:
      return fault satisfies never;
  }
};

const ends = (ask: Ask): Finish | undefined => {
  const { desk } = ask.facts;
  if (desk === undefined) return undefined;
  if (desk === null || desk.heads === null) return { say: [{ text: say('forward-nominee.not-head') }] };
  const { award } = desk;
  if (award?.standing.is !== 'in' || award.standing.phase !== 'nominasi')
    return { say: [{ text: notNow(award, 'nominasi') }] };
  if (!ask.answers.id) return { say: [list(desk, ask.answers.page ?? 0)] };
  const chosen = chosenOf(ask);
  if (!chosen) return { say: [{ text: say('forward-nominee.gone'), choices: [back] }] };
  const [text] = faultsOf(ask, chosen).flatMap((fault) => refusal(fault, chosen) ?? []);
  return text && { say: [{ text, choices: [back] }] };
};

const reasonQuestion = (ask: Ask, chosen: Forwardable) =>
  coveredWords(
    {
      text: {
        join: [
          say('forward-nominee.chosen', { ...blanksOf(chosen), count: chosen.named }),
          ...(ask.facts.desk?.stories ?? []).slice(0, storiesShown).map(storyLine),
          say('forward-nominee.reason'),
        ],
        by: '\n',
      },
      choices: [back],
    },
    say('button.part.reason'),
    ask.moment,
  );

/** *Teruskan*: a head of office gives at most one nominee a category on to the committee, with a reason. */
export const forwardNominee = form<Answers, Facts>({
  id: 'forward-nominee',
  work: true,
  starts: (argument) => {
    const { of, page } = readPaged(argument);
    return { id: Math.max(0, Math.trunc(Number(of) || 0)), page };
  },
  facts: {
    desk: fact<Answers, ForwardingDesk | null, number>({
      of: ({ id }) => id ?? 0,
      read: (reads, id) => reads.forwarding(id || null),
    }),
  },
  questions: (ask) => {
    const chosen = chosenOf(ask);
    return chosen ? { reason: reasonQuestion(ask, chosen) } : {};
  },
  check: (ask) => {
    const chosen = chosenOf(ask);
    const short = chosen && faultsOf(ask, chosen).find((fault) => fault.is === 'reason');
    return short?.is === 'reason'
      ? { reason: say('forward-nominee.reason-short', { count: short.missing }) }
      : {};
  },
  ends,
  review: (ask) => {
    const chosen = chosenOf(ask);
    const { reason = '' } = ask.answers;
    return (
      chosen && { text: say('forward-nominee.review', { ...blanksOf(chosen), detail: literal(reason) }) }
    );
  },
  finish: (ask) => {
    const chosen = chosenOf(ask);
    const { reason } = ask.answers;
    if (!chosen || !reason) return { say: [] };
    return {
      say: [{ text: say('forward-nominee.done', blanksOf(chosen)), choices: [back] }],
      effects: [{ do: 'award.forward', nominee: chosen.id, reason }],
    };
  },
  draft: () => undefined,
});

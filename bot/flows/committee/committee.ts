import { fact, form } from '../../conversation/form.ts';
import { type Choice, literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import type { CandidateLine, CommitteeDesk } from '../../domain/award/committee-view.ts';
import { isIn, isPast } from '../../domain/award/standing.ts';
import { shortTitle } from '../../domain/training/short-title.ts';
import { pageOfList, readPaged } from '../supervisor/paged.ts';

type Answers = { page: number };
type Facts = { desk: CommitteeDesk | 'none' | null };

/** So many candidates stand on one page. */
const perPage = 6;

const standingText = ({ standing, ends }: CommitteeDesk): Text => {
  switch (standing.is) {
    case 'before':
      return say('committee.before', { date: { date: ends ?? '' } });
    case 'in':
      return say('committee.in', {
        what: say(`award.phase.${standing.phase}`),
        date: { date: ends ?? '' },
      });
    case 'after':
      return ends === null
        ? say('committee.over')
        : say('committee.between', { what: say(`award.phase.${standing.phase}`), date: { date: ends } });
    default:
      return standing satisfies never;
  }
};

const stateText = ({ state, may, marked }: CandidateLine): Text => {
  if (may.includes('mark')) return say(marked ? 'committee.state.marked' : 'committee.state.unmarked');
  return say(`committee.state.${state}`);
};

const lineText = (line: CandidateLine): Text =>
  say('committee.line', {
    name: literal(line.name),
    unit: literal(shortTitle(line.office, 40)),
    category: say(`award.category.${line.category}`),
    status: stateText(line),
  });

const progressLines = ({ standing, lines, noted, objections }: CommitteeDesk): Text[] => {
  const markable = lines.filter(({ may }) => may.includes('mark'));
  const marked = markable.filter((one) => one.marked);
  return [
    ...(isIn(standing, 'penilaian')
      ? [say('committee.progress', { nth: marked.length, count: markable.length })]
      : []),
    ...(noted > 0 ? [say('committee.noted', { count: noted })] : []),
    ...(objections.length > 0 ? [say('committee.objections', { count: objections.length })] : []),
  ];
};

/** Two of one name on a page, or one person in two categories, are told apart by the category. */
const labelOf = (line: CandidateLine, shown: readonly CandidateLine[]): Text =>
  shown.some((one) => one !== line && one.name === line.name)
    ? { join: [literal(line.name), say(`award.category.${line.category}`)], by: ', ' }
    : literal(line.name);

const beforeVerifying = ({ nominees, verifiesFrom }: CommitteeDesk): Text[] => [
  ...nominees.map(({ category, count }) =>
    say('committee.count', { category: say(`award.category.${category}`), count }),
  ),
  say('committee.later', { date: { date: verifiesFrom } }),
];

const shownDesk = (desk: CommitteeDesk, wanted: number): Reply => {
  const { shown, turns } = pageOfList(desk.lines, wanted, perPage, 'go:committee:p');
  const rows = isPast(desk.standing, 'nominasi')
    ? shown.length > 0
      ? shown.map(lineText)
      : [say('committee.nobody')]
    : beforeVerifying(desk);
  const objections: Choice[] = desk.objections.slice(0, 3).map((number) => ({
    id: `go:award-objection:${number}`,
    label: say('button.committee.objection', { ticket: number }),
  }));
  const head = [say('committee.title', { title: literal(desk.title) }), standingText(desk)];
  return {
    text: {
      join: [
        { join: [...head, ...progressLines(desk)], by: '\n' },
        { join: rows, by: '\n' },
      ],
      by: '\n\n',
    },
    choices: [
      ...objections,
      ...shown.map((line) => ({ id: `go:candidate:${line.id}`, label: labelOf(line, shown) })),
      ...turns,
    ],
    columns: 1,
  };
};

/** `/panitia`: how the award stands, the candidates by category with what waits for this member first, and objections to answer. */
export const committee = form<Answers, Facts>({
  id: 'committee',
  work: true,
  starts: (argument) => ({ page: readPaged(argument).page }),
  facts: {
    desk: fact<Answers, CommitteeDesk | 'none' | null, true>({
      of: () => true,
      read: (reads) => reads.committeeDesk(),
    }),
  },
  questions: () => ({}),
  finish: ({ answers: { page = 0 }, facts: { desk } }) => {
    if (!desk) return { say: [{ text: say('committee.not-yours') }] };
    return { say: [desk === 'none' ? { text: say('committee.no-cycle') } : shownDesk(desk, page)] };
  },
  draft: () => undefined,
});

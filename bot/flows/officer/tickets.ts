import { fact, form } from '../../conversation/form.ts';
import type { Json } from '../../conversation/json.ts';
import { type Choice, literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import type { City } from '../../ports.ts';
import type { CaseLine, StaffDesk } from '../../reads.ts';

type Answers = { filter: string; page: number };
type Facts = { cases: CaseLine[]; desk: StaffDesk | null };

/** What can be picked out of one's work, each with its button. */
const filters = ['all', 'late', 'mine', 'open'] as const;
type Filter = (typeof filters)[number];

const holds: { [filter in Filter]: (line: CaseLine) => boolean } = {
  all: () => true,
  late: ({ late }) => late,
  mine: ({ mine }) => mine,
  open: ({ taken }) => !taken,
};

/** So many stand on one page, so that list, filters and pages fit ten buttons. */
const perPage = 5;

const readFilter = (word: string | undefined): Filter => filters.find((one) => one === word) ?? 'all';

const row = ({ ticket, category, due, late, mine }: CaseLine, { categories }: City): Text =>
  say(late ? 'tickets.late-line' : mine ? 'tickets.mine-line' : 'tickets.line', {
    ticket,
    category: literal(categories.find(({ key }) => key === category)?.label ?? category),
    date: { date: due },
  });

const turn = (filter: Filter, page: number, key: 'button.next' | 'button.previous'): Choice => ({
  id: `go:tickets:${filter} ${page}`,
  label: say(key),
});

const list = (cases: readonly CaseLine[], filter: Filter, wanted: number, city: City): Reply => {
  const found = cases.filter(holds[filter]);
  const last = Math.max(0, Math.ceil(found.length / perPage) - 1);
  const page = Math.min(wanted, last);
  const shown = found.slice(page * perPage, (page + 1) * perPage);
  const others = filters.filter((one) => one !== filter && (one === 'all' || cases.some(holds[one])));
  return {
    text:
      shown.length > 0
        ? {
            join: [
              say(`tickets.${filter}`, { count: found.length }),
              ...shown.map((line) => row(line, city)),
            ],
            by: '\n',
          }
        : say('tickets.none-such'),
    choices: [
      ...shown.map(({ ticket }) => ({ id: `go:case:${ticket}`, label: literal(ticket) })),
      ...others.map((one) => ({ id: `go:tickets:${one}`, label: say(`button.tickets.${one}`) })),
      ...(page > 0 ? [turn(filter, page - 1, 'button.previous')] : []),
      ...(page < last ? [turn(filter, page + 1, 'button.next')] : []),
    ],
  };
};

/** `/tiket`: what waits for this employee, most urgent first; a button a report, and buttons for what is late, theirs or nobody's. */
export const tickets = form<Answers, Facts>({
  id: 'tickets',
  work: true,
  starts: (argument) => {
    const [word, page] = argument.trim().split(/\s+/);
    return { filter: readFilter(word), page: Math.max(0, Math.trunc(Number(page) || 0)) };
  },
  facts: {
    cases: fact<Answers, CaseLine[], Json>({ of: () => true, read: (reads) => reads.myCases() }),
    desk: fact<Answers, StaffDesk | null, Json>({ of: () => true, read: (reads) => reads.myDesk() }),
  },
  questions: () => ({}),
  finish: ({ answers: { filter, page = 0 }, facts: { cases = [], desk }, moment: { city } }) => {
    if (!desk) return { say: [{ text: say('profile.none') }] };
    if (cases.length === 0) return { say: [{ text: say('tickets.none') }] };
    return { say: [list(cases, readFilter(filter), page, city)] };
  },
  draft: () => undefined,
});

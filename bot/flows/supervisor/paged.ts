import { type Choice, say } from '../../conversation/reply.ts';

/** What a button's argument says (`12 1`): whom or what, and which page from 0. */
export const readPaged = (argument: string): { of: string; page: number } => {
  const [of = '', page] = argument.trim().split(/\s+/);
  return { of, page: Math.max(0, Math.trunc(Number(page) || 0)) };
};

/** One page of a list and the buttons to its neighbours; `to` begins their argument. */
export const pageOfList = <T>(all: readonly T[], wanted: number, perPage: number, to: string) => {
  const last = Math.max(0, Math.ceil(all.length / perPage) - 1);
  const page = Math.min(wanted, last);
  return { shown: all.slice(page * perPage, (page + 1) * perPage), turns: turnsOf(to, page, last) };
};

/** Buttons to the pages before and after one. */
export const turnsOf = (to: string, page: number, last: number): Choice[] => [
  ...(page > 0 ? [{ id: `${to} ${page - 1}`, label: say('button.previous') }] : []),
  ...(page < last ? [{ id: `${to} ${page + 1}`, label: say('button.next') }] : []),
];

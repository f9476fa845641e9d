import type { Bulletin } from '../ballot/bulletin.ts';
import type { Finding, OrderedList } from './finding.ts';
import { twice } from './twice.ts';

const rises = <T>(items: readonly T[], before: (left: T, right: T) => boolean): boolean =>
  items.every((item, at) => {
    const last = items[at - 1];
    return at === 0 || last === undefined || before(last, item);
  });

/** Whether lists stand as the format lays down, so that nothing can be told from an order, nor hidden in a second list. */
export function checkOrder(bulletin: Bulletin): Finding[] {
  const categories = bulletin.categories.map(({ category }) => category);
  const at = new Map(categories.map((category, place) => [category, place]));
  const place = (category: string) => at.get(category) ?? categories.length;
  const each = (list: readonly { category: string }[]) =>
    list.length === categories.length && list.every(({ category }, n) => category === categories[n]);
  const inOrder: Record<OrderedList, boolean> = {
    receipts:
      each(bulletin.receipts) && bulletin.receipts.every(({ hashes }) => rises(hashes, (l, r) => l <= r)),
    ballots: rises(bulletin.ballots, (left, right) => {
      const [one, other] = [place(left.category), place(right.category)];
      return (
        one < other || (one === other && (left.entries[0]?.alpha ?? '') <= (right.entries[0]?.alpha ?? ''))
      );
    }),
    sums: each(bulletin.sums),
    shares: rises(bulletin.shares, (left, right) => {
      const [one, other] = [place(left.category), place(right.category)];
      return one < other || (one === other && left.member < right.member);
    }),
    totals: each(bulletin.totals),
    ties: rises(bulletin.ties, (left, right) => {
      const [one, other] = [place(left.category), place(right.category)];
      return one < other || (one === other && left.votes > right.votes);
    }),
  };
  const lists = Object.keys(inOrder) as OrderedList[];
  return [
    ...twice(categories).map((category) => ({ code: 'category-twice' as const, category })),
    ...bulletin.categories.flatMap(({ category, candidates }) =>
      twice(candidates).map((candidate) => ({ code: 'candidate-twice' as const, category, candidate })),
    ),
    ...lists.filter((list) => !inOrder[list]).map((list) => ({ code: 'order' as const, list })),
    ...bulletin.shares
      .filter(({ category }) => !at.has(category))
      .map(({ category, member }) => ({ code: 'members' as const, category, members: [member] })),
  ];
}

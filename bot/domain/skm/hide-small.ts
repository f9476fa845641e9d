/** Groups of fewer people than this are published nowhere (`domain/privacy.md` section 4). */
export const smallGroup = 5;

/** How many people a group is, or why that is not printed: it is too small, or would give a small one away. */
export type GroupSize = number | 'small' | 'hidden';

type Named<K extends string> = { readonly [G in K]: number };

/**
 * Sizes of the groups of one block, as they may be printed. Whoever knows the total subtracts what is printed from it: so a
 * small group is never hidden alone, nor several that are all as large as a small group can be, but always with the next
 * smallest, until the rest leaves more than one answer.
 */
export const hideSmall = <K extends string>(groups: Named<K>): { readonly [G in K]: GroupSize } => {
  const names = Object.keys(groups) as K[];
  const bySize = names.toSorted((one, other) => groups[one] - groups[other]);
  const small = bySize.filter((name) => groups[name] < smallGroup);
  const told = small.every((name) => groups[name] === smallGroup - 1);
  const alone = small.length === 1 || (small.length > 0 && told);
  const cover = alone ? bySize[small.length] : undefined;
  const bare = alone && cover === undefined;
  return Object.fromEntries(
    names.map((name): [K, GroupSize] => [
      name,
      name === cover || (bare && small.includes(name))
        ? 'hidden'
        : small.includes(name)
          ? 'small'
          : groups[name],
    ]),
  ) as { readonly [G in K]: GroupSize };
};

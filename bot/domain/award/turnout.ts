import { smallGroup } from '../skm/hide-small.ts';
import type { Voter } from './roll.ts';

/** How many of a group may vote and have voted. */
export type Share = { voters: number; voted: number };

/** Turnout as it may be shown; `rest` are offices that are not shown apart, `null` where there are none. */
export type Turnout = {
  offices: readonly (Share & { office: string })[];
  rest: (Share & { offices: number }) | null;
};

/**
 * Turnout of a category by office, without a group under five: whoever knows the total subtracts what is shown, so small
 * offices are put together, with the next larger ones until five people are in it. `undefined`: the whole roll is too small.
 */
export const turnoutOf = (
  roll: readonly Pick<Voter, 'id' | 'office'>[],
  voted: ReadonlySet<number>,
): Turnout | undefined => {
  if (roll.length < smallGroup) return undefined;
  const all = [...Map.groupBy(roll, ({ office }) => office)]
    .map(([office, people]) => ({
      office,
      voters: people.length,
      voted: people.filter(({ id }) => voted.has(id)).length,
    }))
    .toSorted((one, other) => one.voters - other.voters || (one.office < other.office ? -1 : 1));
  const together = all.slice(0, hiddenOf(all));
  return {
    offices: all.slice(together.length).toSorted((one, other) => (one.office < other.office ? -1 : 1)),
    rest:
      together.length === 0
        ? null
        : {
            offices: together.length,
            voters: together.reduce((sum, { voters }) => sum + voters, 0),
            voted: together.reduce((sum, one) => sum + one.voted, 0),
          },
  };
};

/** How many of the groups, smallest first, are put together. */
const hiddenOf = (bySize: readonly Share[]): number => {
  let people = 0;
  const shown = bySize.findIndex(({ voters }) => {
    if (voters >= smallGroup && (people === 0 || people >= smallGroup)) return true;
    people += voters;
    return false;
  });
  return shown === -1 ? bySize.length : shown;
};

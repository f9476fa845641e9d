import { type PositionGroup, positionGroups } from '../training/ip-asn-rules.ts';
import type { Cell } from './column.ts';
import { because } from './fault.ts';

/** Who owes a training: the people of an office, or of a group of positions. */
export type Owing = { unit: string } | { group: PositionGroup };

/**
 * Words for groups of positions, those of UU 20/2023 among them: *manajerial* are jpt, administrator and pengawas, once
 * *struktural*. They are taken: a unit with such a code cannot be named here.
 */
const groupWords = new Map<string, readonly PositionGroup[]>([
  ...positionGroups.map((group) => [group, [group]] as const),
  ['manajerial', ['struktural']],
  ['nonmanajerial', ['fungsional', 'pelaksana']],
  ['semua', positionGroups],
]);

/** Codes of known units or words for groups of positions, separated by `|`, `,`, `;` or a line break; each once, units first. */
export const mandatoryFor =
  (units: ReadonlySet<string>) =>
  (text: string): Cell<readonly Owing[]> => {
    const typed = text
      .split(/[|,;\n]/)
      .map((word) => word.trim())
      .filter(Boolean);
    const groupsOf = (word: string) => groupWords.get(word.toLowerCase());
    const codes = [...new Set(typed.filter((word) => !groupsOf(word)))];
    const groups = new Set(typed.flatMap((word) => groupsOf(word) ?? []));
    const strange = codes.filter((word) => !units.has(word));
    const list = ['unit_code', ...groupWords.keys()].join(', ');
    return strange.length > 0
      ? { reason: because('mandatory', { text: strange.join(', '), list }) }
      : {
          value: [
            ...codes.map((unit) => ({ unit })),
            ...positionGroups.filter((group) => groups.has(group)).map((group) => ({ group })),
          ],
        };
  };

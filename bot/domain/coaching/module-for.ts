import type { Module } from '../modules/module.ts';
import type { OfficeKind } from '../modules/office-kind.ts';
import type { ElementKey } from '../skm/elements.ts';

/** What of a module says whom and what it is for. */
export type ModuleAim = Pick<Module, 'code' | 'minutes' | 'offices' | 'elements'>;

/**
 * The module that is proposed for an element of a unit: one that names it (`unsur`) and is for offices of that kind; of several
 * the one that names fewest, then the shortest, then by its code. None where nobody wrote one.
 */
export const moduleFor = (
  element: ElementKey,
  office: OfficeKind | null,
  modules: readonly ModuleAim[],
): string | null =>
  modules
    .filter(({ elements, offices }) => {
      const fits = offices.length === 0 || (office !== null && offices.includes(office));
      return elements.includes(element) && fits;
    })
    .toSorted(
      (one, other) =>
        one.elements.length - other.elements.length ||
        one.minutes - other.minutes ||
        (one.code < other.code ? -1 : 1),
    )[0]?.code ?? null;

import { elements } from '../../bot/domain/skm/elements.ts';
import type { WeightConvention } from '../../bot/domain/skm/ikm.ts';
import type { SkmResult } from '../../bot/domain/skm/result.ts';
import type { Column } from './column.ts';

/** The columns of `export skm` that the contract names, which are also those of `/kinerja.json`. A row without a service is of the whole office. */
export const skmColumns: readonly Column<SkmResult>[] = [
  { name: 'unit', kind: 'text', width: 24, of: ({ unit }) => unit.code },
  { name: 'service', kind: 'text', width: 24, of: ({ service }) => service?.code ?? '' },
  { name: 'period', kind: 'text', width: 12, of: ({ period }) => period.name },
  { name: 'respondents', kind: 'whole', width: 12, of: ({ respondents }) => respondents },
  { name: 'needed', kind: 'whole', width: 9, of: ({ needed }) => needed },
  { name: 'ikm', kind: 'decimal-2', width: 8, of: ({ index }) => index?.ikm ?? null },
  { name: 'grade', kind: 'text', width: 7, of: ({ index }) => index?.grade ?? null },
  ...elements.map(
    (element): Column<SkmResult> => ({
      name: element,
      kind: 'decimal-3',
      width: 13,
      of: ({ index }) => index?.elements[element]?.nrr ?? null,
    }),
  ),
];

/** The names behind the codes. */
export const skmNames: readonly Column<SkmResult>[] = [
  { name: 'unit_name', kind: 'text', width: 44, of: ({ unit }) => unit.name },
  { name: 'service_name', kind: 'text', width: 44, of: ({ service }) => service?.name ?? '' },
];

/** What else the agency's own sheet says: the convention of the weights, and the index without the forms in which something was odd. */
export const skmChecks = (weight: WeightConvention): readonly Column<SkmResult>[] => [
  { name: 'weight', kind: 'text', width: 14, of: () => weight },
  {
    name: 'respondents_unflagged',
    kind: 'whole',
    width: 21,
    of: ({ respondents, withoutFlagged }) => (withoutFlagged ?? { respondents }).respondents,
  },
  {
    name: 'ikm_unflagged',
    kind: 'decimal-2',
    width: 14,
    of: ({ index, withoutFlagged }) => (withoutFlagged ? withoutFlagged.index : index)?.ikm ?? null,
  },
];

import { yearOf } from '../../bot/domain/training/certificate.ts';
import type { Jp } from '../../bot/domain/training/jp.ts';
import type { YearStanding } from '../../bot/domain/training/year-standing.ts';
import type { Learner, ListedCertificate } from '../../db/reads/training/exported.ts';
import type { Column } from './column.ts';

/** Hours with two decimals and a point: `2.50`. */
const decimals = (jp: Jp): string => {
  const digits = String(jp).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** The columns of `export training`, exactly as the contract names them; `year` is the one in which the hours count. */
export const certificateColumns: readonly Column<ListedCertificate>[] = [
  { name: 'nip', kind: 'text', width: 22, of: ({ nip }) => nip },
  { name: 'name', kind: 'text', width: 32, of: ({ name }) => name },
  { name: 'unit', kind: 'text', width: 20, of: ({ unit }) => unit },
  { name: 'training', kind: 'text', width: 56, of: ({ training }) => training },
  { name: 'form', kind: 'text', width: 16, of: ({ form }) => form },
  { name: 'provider', kind: 'text', width: 42, of: ({ provider }) => provider },
  { name: 'jp', kind: 'decimal-2', width: 8, of: ({ jp }) => decimals(jp) },
  { name: 'certificate_number', kind: 'text', width: 26, of: ({ number }) => number },
  { name: 'certificate_date', kind: 'day', width: 18, of: ({ date }) => date },
  { name: 'year', kind: 'whole', width: 7, of: ({ date }) => yearOf(date) },
  { name: 'verified', kind: 'flag', width: 9, of: ({ status }) => status === 'sah' },
];

/** Somebody's hours in one year. */
export type LearnerYear = { learner: Learner; standing: YearStanding };

/** The columns of the second sheet: one row a person and year. Who owes nothing has no target, who is not bounded no ceiling. */
export const learnerColumns: readonly Column<LearnerYear>[] = [
  { name: 'nip', kind: 'text', width: 22, of: ({ learner }) => learner.nip },
  { name: 'name', kind: 'text', width: 32, of: ({ learner }) => learner.name },
  { name: 'unit', kind: 'text', width: 20, of: ({ learner }) => learner.unit },
  { name: 'unit_name', kind: 'text', width: 44, of: ({ learner }) => learner.unitName },
  { name: 'kind', kind: 'text', width: 18, of: ({ learner }) => learner.kind },
  { name: 'year', kind: 'whole', width: 7, of: ({ standing }) => standing.year },
  { name: 'jp_verified', kind: 'decimal-2', width: 13, of: ({ standing }) => decimals(standing.verified) },
  { name: 'jp_waiting', kind: 'decimal-2', width: 13, of: ({ standing }) => decimals(standing.waiting) },
  {
    name: 'jp_target',
    kind: 'decimal-2',
    width: 13,
    of: ({ standing: { duty } }) => (duty.is === 'target' ? decimals(duty.jp) : null),
  },
  {
    name: 'jp_missing',
    kind: 'decimal-2',
    width: 13,
    of: ({ standing: { duty, missing } }) => (duty.is === 'target' ? decimals(missing) : null),
  },
  {
    name: 'jp_ceiling',
    kind: 'decimal-2',
    width: 13,
    of: ({ standing: { duty } }) => (duty.is === 'ceiling' ? decimals(duty.jp) : null),
  },
  {
    name: 'jp_above',
    kind: 'decimal-2',
    width: 13,
    of: ({ standing: { duty, above } }) => (duty.is === 'ceiling' ? decimals(above) : null),
  },
];

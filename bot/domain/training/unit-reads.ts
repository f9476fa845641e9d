import type {
  FittingTraining,
  Oversight,
  PersonView,
  UnitView,
  Unreached,
  UnreachedUnit,
} from './unit-view.ts';

/** What somebody who looks after the learning of others may look up; null wherever it is none of theirs. */
export type UnitReads = {
  oversight: () => Promise<Oversight | null>;
  /** Their own people, or (`unit`) those of a unit; pages count from 0. */
  unitView: (asked: { unit: string | null; page: number }) => Promise<UnitView | null>;
  /** A colleague by their number. */
  unitPerson: (employee: number) => Promise<PersonView | null>;
  fittingTrainings: (employee: number) => Promise<FittingTraining[] | null>;
  unreachedUnits: () => Promise<UnreachedUnit[] | null>;
  unreachedOf: (unit: string) => Promise<Unreached[] | null>;
};

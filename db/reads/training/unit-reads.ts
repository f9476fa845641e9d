import type { UnitReads } from '../../../bot/domain/training/unit-reads.ts';
import type { City } from '../../../bot/ports.ts';
import type { Runner } from '../../prepared.ts';
import { fittingTrainings } from './fitting.ts';
import { oversightOf } from './oversight.ts';
import { personViewFor } from './unit-person.ts';
import { unitViewFor } from './unit-view.ts';
import { unreachedOf, unreachedUnits } from './unreached.ts';

/** What a contact may look up about the learning of others. */
export const createUnitReads = (
  runner: Runner,
  city: () => City,
  { contact, now }: { contact: number; now: () => Date },
): UnitReads => ({
  oversight: () => oversightOf(runner, city(), contact),
  unitView: (asked) => unitViewFor(runner, city(), { ...asked, contact, now: now() }),
  unitPerson: (employee) => personViewFor(runner, city(), { employee, contact, now: now() }),
  fittingTrainings: (employee) => fittingTrainings(runner, city(), { employee, contact, now: now() }),
  unreachedUnits: () => unreachedUnits(runner, contact),
  unreachedOf: (unit) => unreachedOf(runner, city(), { unit, contact }),
});

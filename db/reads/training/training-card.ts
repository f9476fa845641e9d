import { localDate } from '../../../bot/domain/local-date.ts';
import { owes } from '../../../bot/domain/training/owes.ts';
import type { Training } from '../../../bot/domain/training/training.ts';
import { type TrainingCard, trainingCard } from '../../../bot/domain/training/training-card.ts';
import type { TrainingRecord } from '../../../bot/domain/training/training-record.ts';
import type { City } from '../../../bot/ports.ts';
import type { Runner } from '../../prepared.ts';
import { readCatalogue } from './catalogue.ts';
import { employeeOf } from './employee-of.ts';
import { waitingPlaces } from './my-training.ts';
import { readTrainingRecords } from './records.ts';
import { readSeating } from './seating.ts';

/** Why a training is somebody's duty: their unit's comes first. */
const owedBy = (
  training: Training,
  record: TrainingRecord,
  units: City['units'],
): 'unit' | 'position' | null => {
  if (!record.owed.includes(training.code)) return null;
  const tree = new Map(units.map((unit) => [unit.code, unit]));
  const owing = training.owing.filter((one) => 'unit' in one);
  return owes({ owing }, record, tree) ? 'unit' : 'position';
};

/** A training as whoever a chat speaks as sees it; null for a code nobody has, and for whoever is no employee. */
export const trainingCardOf = async (
  runner: Runner,
  city: Pick<City, 'units' | 'agency'>,
  { contact, training: code, now }: { contact: number; training: string; now: Date },
): Promise<TrainingCard | null> => {
  const employee = await employeeOf(runner, contact);
  if (employee === undefined) return null;
  const today = localDate(now, city.agency.zone);
  const [catalogue, seating, nths] = await Promise.all([
    readCatalogue(runner),
    readSeating(runner, { employee, training: code }, today),
    waitingPlaces(runner, employee),
  ]);
  const [record] = await readTrainingRecords(runner, city, { employees: [employee], catalogue });
  if (!seating || !record) return null;
  return trainingCard({
    seating,
    record,
    catalogue,
    nth: nths.get(code) ?? null,
    owedBy: owedBy(seating.training, record, city.units),
  });
};

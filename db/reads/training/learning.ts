import { localDate } from '../../../bot/domain/local-date.ts';
import { type LearningProfile, learningProfile } from '../../../bot/domain/training/learning-profile.ts';
import { trainingOf } from '../../../bot/domain/training/training-settings.ts';
import type { City } from '../../../bot/ports.ts';
import type { Runner } from '../../prepared.ts';
import { readTrainingRecords } from './records.ts';
import { speakerOf } from './speaker.ts';

/** How learning stands with the employee of a chat; null for a citizen. */
export const learningOf = async (
  runner: Runner,
  city: City,
  { contact, now }: { contact: number; now: Date },
): Promise<LearningProfile | null> => {
  const speaker = await speakerOf(runner, contact);
  if (!speaker) return null;
  const [record] = await readTrainingRecords(runner, city, {
    employees: [speaker.id],
    catalogue: new Map(),
  });
  const { agency, calendar } = city;
  return record
    ? learningProfile(record, trainingOf(agency.settings), calendar, localDate(now, agency.zone))
    : null;
};

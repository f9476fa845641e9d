import type { Reply, Text } from '../../../bot/conversation/reply.ts';
import { localDate } from '../../../bot/domain/local-date.ts';
import { jpText } from '../../../bot/domain/training/jp.ts';
import type { Training } from '../../../bot/domain/training/training.ts';
import { trainingOf } from '../../../bot/domain/training/training-settings.ts';
import { yearStanding } from '../../../bot/domain/training/year-standing.ts';
import type { City } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import type { Runner } from '../../prepared.ts';
import { type Overseeing, overseeing } from '../../reads/training/overseen.ts';
import { readTrainingRecords } from '../../reads/training/records.ts';
import { readTraining } from '../../reads/training/training.ts';
import type { Seal } from '../../sealed.ts';
import { writeAudit } from '../audit.ts';
import { type Seated, takeSeat } from './take-seat.ts';
import { tellEmployee } from './tell-employee.ts';

/** `by`: the chat of whoever enrols; `expects`: what they were told it comes to, where they were. */
export type EnrolOther = { by: number; employee: number; training: string; expects?: Seated };

const printed = (jp: number): Text => ({ literal: jpText(jp).replace('.', ',') });

/** Why just this person: it is their duty, or they still owe hours, or it fits their work. */
const whyOf = async (
  runner: Runner,
  city: City,
  employee: number,
  training: Training,
  at: Date,
): Promise<Text> => {
  const catalogue = new Map([[training.code, training]]);
  const [record] = await readTrainingRecords(runner, city, { employees: [employee], catalogue });
  if (record?.owed.includes(training.code)) return { key: 'training.enrolled.owed' };
  const { rules } = trainingOf(city.agency.settings);
  const today = localDate(at, city.agency.zone);
  const year = record && yearStanding(record.certificates, record.kind, today, city.calendar, rules);
  return year && year.missing > 0 && year.duty.is === 'target'
    ? {
        key: 'training.enrolled.hours',
        with: { jp: printed(year.verified), target: printed(year.duty.jp) },
      }
    : { key: 'training.enrolled.fits' };
};

const enrolledReply = (
  { code, title }: Training,
  { name, position }: Overseeing,
  seated: Seated,
  why: Text,
): Reply => ({
  text: {
    key: seated === 'registered' ? 'training.enrolled' : 'training.enrolled-waiting',
    with: { name: { literal: name }, position: { literal: position }, title: { literal: title }, why },
  },
  choices: [{ id: `go:training:${code}`, label: { key: 'button.training.open' } }],
});

/**
 * Registers a colleague for a training, or puts them on its waiting list where it is full; gives which. They hear who did
 * it and why, in the office's hours. Twice changes nothing. Throws `Overtaken` where it may not be done (any more), or comes to something
 * else than whoever asks was told: the message is then decided again.
 */
export const enrolOther = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { by, employee, training: code, expects }: EnrolOther,
  at: Date,
): Promise<Seated> => {
  const overseer = await overseeing(runner, city, { contact: by, employee }, 'enrol-others');
  const training = await readTraining(runner, code);
  if (!overseer || !training) throw new Overtaken();
  const taker = { employee, training: code, source: 'office' as const, ...(expects && { expects }) };
  const { seated, fresh } = await takeSeat(runner, seal, city, taker, at);
  if (!fresh) return seated;
  const why = await whyOf(runner, city, employee, training, at);
  await tellEmployee(
    runner,
    seal,
    city,
    { employee, say: enrolledReply(training, overseer, seated, why) },
    at,
  );
  await writeAudit(runner, seal, { action: 'enrolled-by-office', employee: overseer.by }, at);
  return seated;
};

import { unitFor } from '../../../bot/domain/agency.ts';
import { type Figure, windowBefore } from '../../../bot/domain/coaching/figure.ts';
import { addCalendarDays, type LocalDate, localDate } from '../../../bot/domain/local-date.ts';
import { surveyPeriod } from '../../../bot/domain/skm/survey-period.ts';
import type { City } from '../../../bot/ports.ts';
import { coachingCheck, coachingProposal, learningModule } from '../../schema/index.ts';
import type { Tx } from './write-people.ts';

/** Local days before today: help was offered, and looked back at after thirty; and offered once more, without an answer yet. */
const [taken, checked, offered] = [36, 30, 4] as const;

const onTime = (day: LocalDate, met: number, of: number): Figure => ({
  kind: 'on-time',
  ...windowBefore(day, 30),
  met,
  of,
});

/** Help that the office of street lamps, where newcomers look first, was offered: one goal with a look back, one that waits for its head. */
export const writeCoaching = async (
  tx: Tx,
  { agency, categories, units }: City,
  until: Date,
): Promise<void> => {
  const lamps = categories.find(({ key }) => key === 'lampu_jalan');
  if (!lamps) return;
  const unitCode = unitFor(lamps, units).code;
  const today = localDate(until, agency.zone);
  const taught = new Set(
    (await tx.select({ code: learningModule.code }).from(learningModule)).map(({ code }) => code),
  );
  const moduleOf = (code: string): string | null => (taught.has(code) ? code : null);
  const [first, second] = [addCalendarDays(today, -taken), addCalendarDays(today, -offered)];
  const proposals = await tx
    .insert(coachingProposal)
    .values([
      {
        unitCode,
        element: 'waktu',
        half: surveyPeriod(first, 'semester').name,
        on: first,
        moduleCode: moduleOf('menjawab-warga'),
        figure: onTime(first, 14, 24),
        aim: '80',
        answer: 'taken',
        answeredAt: new Date(until.getTime() - (taken - 1) * 86_400_000),
      },
      {
        unitCode,
        element: 'pengaduan',
        half: surveyPeriod(second, 'semester').name,
        on: second,
        moduleCode: moduleOf('bahasa-terang'),
        figure: { kind: 'complaints', ...windowBefore(second, 30), count: 18 },
        aim: '11',
      },
    ])
    .onConflictDoNothing()
    .returning({ id: coachingProposal.id, element: coachingProposal.element });
  const goal = proposals.find(({ element }) => element === 'waktu');
  if (!goal) return;
  const on = addCalendarDays(first, checked);
  await tx
    .insert(coachingCheck)
    .values({ proposalId: goal.id, day: checked, figure: onTime(on, 19, 23), on });
};

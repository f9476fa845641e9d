import { type Choice, say } from '../../../conversation/reply.ts';
import type { LocalDate } from '../../../domain/local-date.ts';
import { mayAny } from '../../../domain/permissions/may-any.ts';
import { isGranted } from '../../../domain/permissions/verdict.ts';
import type { StaffRole } from '../../../domain/roles.ts';
import { attendanceDays } from '../../../domain/training/attending.ts';
import type { TrainingCard } from '../../../domain/training/training-card.ts';

/** On a training's card, for whoever may show its code and as long as there is a day for one: the door to it. */
export const attendanceDoor = (
  { code, startsOn, endsOn, due }: TrainingCard,
  hats: readonly StaffRole[],
  today: LocalDate,
): Choice[] => {
  const verdict = mayAny(
    hats.map((role) => ({ role, on: 'other' })),
    'open-attendance',
  );
  return isGranted(verdict) && attendanceDays({ startsOn, endsOn, completeBy: due }, today).length > 0
    ? [{ id: `go:attendance-code:${code}`, label: say('button.hadir.code') }]
    : [];
};

import { fact, form } from '../../conversation/form.ts';
import { literal, say } from '../../conversation/reply.ts';
import type { LearningProfile } from '../../domain/training/learning-profile.ts';
import type { StaffRecord } from '../../reads.ts';
import { competenceLines, dateLines, yearLines } from './learning-lines.ts';

type Facts = { mine: StaffRecord | null; learning: LearningProfile | null };

/** Who this chat speaks as: the employee's own record, without their number, and how their year of learning stands. */
export const profile = form<Record<never, never>, Facts>({
  id: 'profile',
  facts: {
    mine: fact<Record<never, never>, StaffRecord | null, true>({
      of: () => true,
      read: (reads) => reads.myRecord(),
    }),
    learning: fact<Record<never, never>, LearningProfile | null, true>({
      of: () => true,
      read: (reads) => reads.myLearning(),
    }),
  },
  questions: () => ({}),
  finish: ({ facts: { mine, learning }, moment: { city } }) => {
    if (!mine) return { say: [{ text: say('profile.none') }] };
    const { name, position, unit, since } = mine;
    const parts = learning
      ? [yearLines(learning.standing), competenceLines(learning, city), dateLines(learning.dates)]
      : [];
    const who = say('profile', {
      name: literal(name),
      position: literal(position),
      unit: literal(unit),
      date: { date: since },
    });
    const said = parts.filter((lines) => lines.length > 0).map((lines) => ({ join: lines, by: '\n' }));
    return {
      say: [
        {
          text: { join: [who, ...said], by: '\n\n' },
          choices: [
            { id: 'go:certificates', label: say('button.certificates') },
            { id: 'go:trainings', label: say('button.trainings') },
            { id: 'go:self-check', label: say('button.self-check') },
            { id: 'go:unlink', label: say('button.unlink') },
            { id: 'go:menu', label: say('button.menu') },
          ],
        },
      ],
    };
  },
});

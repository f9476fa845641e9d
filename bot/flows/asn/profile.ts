import { fact, form } from '../../conversation/form.ts';
import { literal, say } from '../../conversation/reply.ts';
import type { StaffRecord } from '../../reads.ts';

type Facts = { mine: StaffRecord | null };

/** Who this chat speaks as: the employee's own record, without their number. */
export const profile = form<Record<never, never>, Facts>({
  id: 'profile',
  facts: {
    mine: fact<Record<never, never>, StaffRecord | null, true>({
      of: () => true,
      read: (reads) => reads.myRecord(),
    }),
  },
  questions: () => ({}),
  finish: ({ facts: { mine } }) => {
    if (!mine) return { say: [{ text: say('profile.none') }] };
    const { name, position, unit, since } = mine;
    return {
      say: [
        {
          text: say('profile', {
            name: literal(name),
            position: literal(position),
            unit: literal(unit),
            date: { date: since },
          }),
          choices: [
            { id: 'go:unlink', label: say('button.unlink') },
            { id: 'go:menu', label: say('button.menu') },
          ],
        },
      ],
    };
  },
});

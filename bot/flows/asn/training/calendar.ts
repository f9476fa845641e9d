import { fact, form } from '../../../conversation/form.ts';
import { pick } from '../../../conversation/questions/pick.ts';
import { literal, type Reply, say } from '../../../conversation/reply.ts';
import type { CalendarLook } from '../../../domain/training/attendance-view.ts';
import { newFeedToken } from '../../../domain/training/feed-token.ts';

type Answers = { want: 'make' | 'off' | 'keep' };
type Facts = { look: CalendarLook | null };

const asked = ({ since }: CalendarLook) =>
  since === null
    ? pick<Answers['want']>({
        text: say('calendar.offer'),
        choices: [
          { id: 'make', label: say('button.calendar.make') },
          { id: 'cancel', label: say('button.cancel') },
        ],
      })
    : pick<Answers['want']>({
        text: say('calendar.standing', { date: { date: since } }),
        choices: [
          { id: 'make', label: say('button.calendar.new') },
          { id: 'off', label: say('button.calendar.off') },
          { id: 'keep', label: say('button.calendar.keep') },
        ],
        columns: 1,
      });

/** `/kalender`: the private address that a calendar app reads, shown once, for whoever has it can read it; a new one ends the old. */
export const calendar = form<Answers, Facts>({
  id: 'calendar',
  work: true,
  fleeting: true,
  facts: {
    look: fact<Answers, CalendarLook | null, true>({ of: () => true, read: (reads) => reads.myCalendar() }),
  },
  questions: ({ facts: { look } }): { want?: ReturnType<typeof asked> } =>
    look ? { want: asked(look) } : {},
  ends: ({ facts: { look } }) => (look === null ? { say: [{ text: say('profile.none') }] } : undefined),
  finish: ({ answers: { want }, moment: { city, random } }) => {
    const trainings = { id: 'go:trainings', label: say('button.hadir.trainings') };
    const only = (reply: Reply): Reply => ({ ...reply, choices: [trainings] });
    if (want === 'off')
      return { say: [only({ text: say('calendar.off') })], effects: [{ do: 'calendar.close' }] };
    if (want !== 'make') return { say: [only({ text: say('calendar.kept') })] };
    const token = newFeedToken(random);
    const link = literal(`${city.publicUrl}/kalender/${token}.ics`);
    return {
      say: [{ text: say('calendar.made', { link }) }],
      effects: [{ do: 'calendar.open', token }],
    };
  },
  draft: () => undefined,
});

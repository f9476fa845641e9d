import { fact, form } from '../../../conversation/form.ts';
import { pick } from '../../../conversation/questions/pick.ts';
import { literal, say, type Text } from '../../../conversation/reply.ts';
import { telegramLink, whatsappLink } from '../../../domain/deep-link.ts';
import { newAttendanceCode, typedAttendance } from '../../../domain/training/attendance-code.ts';
import type { AttendanceOffer } from '../../../domain/training/attendance-view.ts';
import type { City } from '../../../ports.ts';

type Answers = { training: string; day: string };
type Facts = { offer: AttendanceOffer | null };

const links = ({ doors = {} }: City, code: string): Text[] => {
  const found = [
    ...(doors.telegram ? [telegramLink(doors.telegram, `h_${code}`)] : []),
    ...(doors.whatsapp ? [whatsappLink(doors.whatsapp, typedAttendance(code))] : []),
  ];
  return found.map(literal);
};

/** The code for the room, new each time it is asked for and good for one day; earlier ones of that day still let people in. */
export const attendanceCode = form<Answers, Facts>({
  id: 'attendance-code',
  work: true,
  starts: (argument) => (argument ? { training: argument } : {}),
  facts: {
    offer: fact<Answers, AttendanceOffer | null, string>({
      of: ({ training }) => training ?? '',
      read: (reads, training) => reads.attendanceOffer(training),
    }),
  },
  questions: ({ facts: { offer } }): { day?: ReturnType<typeof pick> } =>
    offer && offer.days.length > 1
      ? {
          day: pick({
            text: say('attendance.day', { title: literal(offer.title) }),
            choices: offer.days.map((date) => ({ id: date, label: { date } })),
          }),
        }
      : {},
  ends: ({ facts: { offer } }) => {
    if (offer === null) return { say: [{ text: say('attendance.not-yours') }] };
    return offer?.days.length === 0
      ? { say: [{ text: say('attendance.over', { title: literal(offer.title) }) }] }
      : undefined;
  },
  finish: ({ answers: { training = '', day: chosen }, facts: { offer }, moment }) => {
    const day = chosen ?? offer?.days[0];
    if (!offer || !day) return { say: [{ text: say('attendance.not-yours') }] };
    const code = newAttendanceCode(moment.random);
    const shown = say('attendance.shown', {
      title: literal(offer.title),
      date: { date: day },
      code: typedAttendance(code),
    });
    return {
      say: [{ text: { join: [shown, ...links(moment.city, code)], by: '\n' } }],
      effects: [{ do: 'attendance.open', training, day, code }],
    };
  },
  draft: () => undefined,
});

import { form } from '../../conversation/form.ts';
import { readTicket } from '../../domain/ticket.ts';
import { readAttendanceCode } from '../../domain/training/attendance-code.ts';
import { readWords } from './service-find.ts';

type Answers = { ticket: string; code: string; room: string };

/** `/start`, bare or from a deep link: `l_TICKET` follows a report, `u_CODE` rates a counter's service, `h_CODE` says that one is at a training; anything unknown says hello. */
export const start = form<Answers>({
  id: 'start',
  starts: (argument) => {
    if (argument.startsWith('u_')) return { code: argument.slice(2) };
    if (argument.startsWith('h_')) return { room: argument };
    const ticket = argument.startsWith('l_') ? readTicket(argument.slice(2).toUpperCase()) : undefined;
    return ticket ? { ticket } : {};
  },
  questions: () => ({}),
  finish: ({ answers: { ticket, code, room } }) => {
    if (room) {
      const read = readAttendanceCode(room);
      return { say: [], next: { form: 'hadir', answers: read ? { code: read } : {} } };
    }
    if (code) return { say: [], next: { form: 'rate-service', answers: { find: readWords(code) } } };
    return { say: [], next: ticket ? { form: 'track', answers: { ticket } } : { form: 'hello' } };
  },
});

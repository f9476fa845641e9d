import { form } from '../../conversation/form.ts';
import { readTicket } from '../../domain/ticket.ts';

type Answers = { ticket: string };

/** `/start`, bare or from a deep link: `l_TICKET` follows a report; anything unknown says hello. */
export const start = form<Answers>({
  id: 'start',
  starts: (argument) => {
    const ticket = argument.startsWith('l_') ? readTicket(argument.slice(2).toUpperCase()) : undefined;
    return ticket ? { ticket } : {};
  },
  questions: () => ({}),
  finish: ({ answers: { ticket } }) =>
    ticket ? { say: [], next: { form: 'track', answers: { ticket } } } : { say: [], next: { form: 'hello' } },
});

import { form } from '../../conversation/form.ts';
import { readPairingCode } from '../../domain/pairing-code.ts';
import { readTicket } from '../../domain/ticket.ts';

type Answers = { ticket: string; code: string };

/** `/start`, bare or from a deep link: `l_TICKET` follows a report, `s_CODE` joins another chat; anything unknown says hello. */
export const start = form<Answers>({
  id: 'start',
  starts: (argument) => {
    const ticket = argument.startsWith('l_') ? readTicket(argument.slice(2).toUpperCase()) : undefined;
    const code = argument.startsWith('s_') ? readPairingCode(argument.slice(2)) : undefined;
    return { ...(ticket && { ticket }), ...(code && { code }) };
  },
  questions: () => ({}),
  finish: ({ answers: { ticket, code } }) => {
    if (ticket) return { say: [], next: { form: 'track', answers: { ticket } } };
    if (code) return { say: [], next: { form: 'pair', answers: { code } } };
    return { say: [], next: { form: 'hello' } };
  },
});

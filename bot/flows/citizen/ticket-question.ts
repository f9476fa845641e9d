import type { Moment } from '../../conversation/moment.ts';
import type { Question } from '../../conversation/question.ts';
import { say } from '../../conversation/reply.ts';
import { readTicket } from '../../domain/ticket.ts';

/** Asks for a ticket number as people type them. */
export const ticketQuestion = ({ city }: Moment): Question<string> => ({
  ask: { text: say('track.ask') },
  hear: {
    text: ({ text }) => {
      const ticket = readTicket(text, city.agency.prefix);
      return ticket ? { answer: ticket } : { again: say('track.unclear', { prefix: city.agency.prefix }) };
    },
  },
  valid: (value) => typeof value === 'string',
});

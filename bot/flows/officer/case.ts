import { form } from '../../conversation/form.ts';
import { literal, type Pin, say } from '../../conversation/reply.ts';
import type { CaseView } from '../../reads.ts';
import { ticketQuestion } from '../citizen/ticket-question.ts';
import { caseCard } from './case-card.ts';
import { type CaseAnswers, type CaseFacts, caseFact, startsWithTicket } from './case-form.ts';

/** A report as whoever works on it sees it. */
export const caseView = form<CaseAnswers, CaseFacts>({
  id: 'case',
  starts: startsWithTicket,
  facts: { view: caseFact() },
  questions: ({ moment }) => ({ ticket: ticketQuestion(moment) }),
  finish: ({ facts: { view }, moment }) => ({
    say: [
      view
        ? { ...caseCard(view, moment.city), ...mediaOf(view.media), ...pinOf(view) }
        : { text: say('case.unknown') },
    ],
  }),
});

const mediaOf = (media: readonly { id: string; kind: 'photo' | 'voice' | 'video' }[]) =>
  media.length > 0 ? { media: media.slice(0, 10).map(({ id, kind }) => ({ id, kind })) } : {};

/** Where it is, for whoever may see the place to the point: the view holds no point for anybody else. */
const pinOf = ({ point, ticket }: CaseView): { pin?: Pin } =>
  point ? { pin: { ...point, name: literal(ticket) } } : {};

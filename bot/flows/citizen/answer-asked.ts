import { fact, form } from '../../conversation/form.ts';
import type { MediaKind } from '../../conversation/inbound.ts';
import type { Question } from '../../conversation/question.ts';
import { pick } from '../../conversation/questions/pick.ts';
import { type Choice, literal, say, type Text } from '../../conversation/reply.ts';
import type { ReportView } from '../../reads.ts';
import { addedReply } from './add.ts';
import { short } from './report/summary.ts';
import { ticketQuestion } from './ticket-question.ts';

/** `answer` is what was said before anything was asked; `kind` the recording that came with it or instead. */
type Answers = { ticket: string; answer: string; photos: string[]; kind: MediaKind; really: 'send' | 'new' };
type Facts = { view: ReportView | null };

const shownQuestion = 100;

const sent = ({ answer, kind }: Partial<Answers>): Text => {
  const words = answer ? literal(short(answer)) : undefined;
  const recorded = kind && say(`asked.${kind}`);
  return words && recorded ? { join: [words, recorded], by: ' + ' } : (words ?? recorded ?? literal(''));
};

/** What is said while it is asked whether this is the answer joins it. */
const joining: Question<string> = {
  ask: { text: literal('') },
  hear: { text: ({ text }) => ({ answer: text.trim() }) },
  valid: () => true,
  more: { text: (old, { text }) => ({ answer: `${old} ${text.trim()}` }) },
};

const choices = ({ kind }: Partial<Answers>): Choice[] => [
  { id: 'send', label: say('button.send') },
  kind === 'voice' || kind === 'video'
    ? { id: 'cancel', label: say('button.cancel') }
    : { id: 'new', label: say('button.new-report') },
];

/**
 * Somebody whom an office asked something writes without pressing or replying: is this the answer, or a new report? Asked
 * once, with the question and what would be sent, so that neither is lost.
 */
export const answerAsked = form<Answers, Facts>({
  id: 'answer-asked',
  facts: {
    view: fact<Answers, ReportView | null, string>({
      of: ({ ticket }) => ticket,
      read: (reads, ticket) => reads.report(ticket),
    }),
  },
  questions: ({ answers, facts: { view }, moment }) => ({
    ticket: ticketQuestion(moment),
    ...(answers.answer !== undefined && { answer: joining }),
    really: pick<Answers['really']>({
      text: say('asked.check', {
        unit: literal(view?.unit ?? ''),
        ticket: view?.ticket ?? '',
        question: literal(short(view?.question ?? '', shownQuestion)),
        detail: sent(answers),
      }),
      choices: choices(answers),
    }),
  }),
  ends: ({ answers: { really }, facts: { view } }) =>
    really === 'send' && !view?.may.includes('citizen_answers')
      ? {
          say: [
            {
              text: say('add.closed', { ticket: view?.ticket ?? '' }),
              choices: [{ id: 'go:report', label: say('button.report') }],
            },
          ],
        }
      : undefined,
  finish: ({ answers: { really, answer, photos }, facts: { view } }) => {
    if (really === 'new' || !view)
      return {
        say: [],
        next: {
          form: 'report',
          answers: { ...(answer && { detail: answer }), ...(photos && { photo: photos }) },
        },
      };
    return {
      say: [addedReply(view, 'citizen_answers')],
      effects: [
        {
          do: 'report.step',
          ticket: view.ticket,
          as: 'citizen',
          steps: [{ action: 'citizen_answers', given: answer ? { body: answer } : {} }],
          photos: photos ?? [],
        },
      ],
    };
  },
  draft: () => say('asked.draft'),
});

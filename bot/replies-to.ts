import { type Content, type Inbound, isRecorded } from './conversation/inbound.ts';
import { say } from './conversation/reply.ts';
import { begin, type Decision, type Desk, formNamed, type Papers } from './desk.ts';

/**
 * What the message replied to was about: one's own report (`report:`), a report one works on (`case:`), or a talk after a
 * low score, as whoever was asked (`asked:`) or whoever asks (`rater:`). Only words and recordings say anything to one.
 */
export type Subject = { as: 'report' | 'case' | 'asked' | 'rater'; ticket: string };

export const subjectOf = async (inbound: Inbound, desk: Desk): Promise<Subject | undefined> => {
  if (!inbound.replyTo || !(inbound.content.kind === 'text' || isRecorded(inbound.content))) return undefined;
  const about = await desk.reads.subjectOf(inbound.replyTo);
  const [, as, ticket] = /^(report|case|asked|rater):(.+)$/.exec(about ?? '') ?? [];
  return as && ticket ? { as: as as Subject['as'], ticket } : undefined;
};

/** An employee's reply to the card of a report goes to the citizen, once they have seen it as the citizen will. */
const answered = (
  ticket: string,
  content: Content,
  papers: Papers,
  desk: Desk,
): Promise<Decision> | undefined => {
  const form = formNamed(desk, 'answer');
  if (content.kind === 'text')
    return begin(form, papers, desk, { answers: { ticket, words: content.text.trim() } });
  if (content.kind !== 'photo') return undefined;
  const said = content.caption?.trim();
  return begin(form, papers, desk, {
    answers: { ticket, ...(said && { words: said }), photos: [content.media] },
  });
};

/** Something said to a report that is already there: a sentence or a photo in reply to its message. */
const addition = (
  ticket: string,
  content: Content,
  papers: Papers,
  desk: Desk,
): Promise<Decision> | undefined => {
  const form = formNamed(desk, 'add');
  if (content.kind === 'text')
    return begin(form, papers, desk, { answers: { ticket, more: { words: content.text } } });
  if (isRecorded(content))
    return begin(form, papers, desk, {
      answers: {
        ticket,
        more: { photos: [content.media], ...(content.caption && { words: content.caption }) },
      },
      ...(content.kind !== 'photo' && { note: say(`${content.kind}.got`) }),
    });
  return undefined;
};

/** Words in reply to a message of such a talk are the answer, or the next question. */
const spokenIn =
  (form: 'skm-reply' | 'skm-ask') =>
  (number: string, content: Content, papers: Papers, desk: Desk): Promise<Decision> | undefined =>
    content.kind === 'text'
      ? begin(formNamed(desk, form), papers, desk, { answers: { number, words: content.text.trim() } })
      : undefined;

/** What comes of words that answer a message of ours, by what it was about. */
export const repliesTo = {
  report: addition,
  case: answered,
  asked: spokenIn('skm-reply'),
  rater: spokenIn('skm-ask'),
};

/** What an employee says of their work is no call for help. */
export const isWork = (subject: Subject | undefined): boolean =>
  subject?.as === 'case' || subject?.as === 'rater';

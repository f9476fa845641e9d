import { fact, form } from '../../../conversation/form.ts';
import type { Question } from '../../../conversation/question.ts';
import { literal, say } from '../../../conversation/reply.ts';
import type { WaitingCertificate } from '../../../domain/training/certificate-view.ts';
import { shortTitle } from '../../../domain/training/short-title.ts';
import { photoQuestion } from './questions.ts';

type Answers = { photo: string[] };
type Facts = { waiting: WaitingCertificate[] };

/** What waits, with the way to the oldest; a photo all the same is of their own certificate. */
const queueQuestion = (
  { id, name, title, on }: WaitingCertificate,
  count: number,
): Question<Answers['photo']> => ({
  ...photoQuestion,
  ask: {
    text: say('certificate-judge.queue', {
      count,
      name: literal(name),
      title: literal(shortTitle(title)),
      date: { date: on },
    }),
    choices: [
      { id: `go:certificate-judge:${id}`, label: say('button.certificate.judge') },
      { id: 'go:certificate', label: say('button.certificate.mine') },
    ],
  },
});

/** `/sertifikat`: who judges certificates hears first how many wait; everybody else sends their own. */
export const certificateDoor = form<Answers, Facts>({
  id: 'certificate-door',
  work: true,
  facts: {
    waiting: fact<Answers, WaitingCertificate[], true>({
      of: () => true,
      read: (reads) => reads.waitingCertificates(),
    }),
  },
  questions: ({ facts: { waiting: [oldest, ...others] = [] } }) =>
    oldest ? { photo: queueQuestion(oldest, others.length + 1) } : {},
  finish: ({ answers: { photo } }) => ({
    say: [],
    next: { form: 'certificate', ...(photo && { answers: { photo } }) },
  }),
  draft: () => undefined,
});

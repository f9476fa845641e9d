import { type Asking, type Finish, fact, form } from '../../../conversation/form.ts';
import type { Question } from '../../../conversation/question.ts';
import { say } from '../../../conversation/reply.ts';
import { localDate } from '../../../domain/local-date.ts';
import { yearOf } from '../../../domain/training/certificate.ts';
import type {
  CertificateDesk,
  HeldPaper,
  SentCertificate,
} from '../../../domain/training/certificate-view.ts';
import { readTrainingForm } from '../../../domain/training/read-training-form.ts';
import { sameCertificate } from '../../../domain/training/same-certificate.ts';
import {
  type Answers,
  chosenTraining,
  type Facts,
  faultsOf,
  other,
  saidSoFar,
  typedTitle,
} from './answers.ts';
import { paperBlanks, paperReview } from './paper.ts';
import {
  dateQuestion,
  formQuestion,
  jpQuestion,
  numberQuestion,
  ofQuestion,
  photoQuestion,
  providerQuestion,
  titleQuestion,
} from './questions.ts';

type Ask = Asking<Answers, Facts>;

const sofar = ({ answers, facts: { desk }, moment: { now, city } }: Ask): SentCertificate =>
  saidSoFar(answers, desk, localDate(now, city.agency.zone));

/** What a title tells of its form is not asked, but can be changed. */
const formOf = (title: string): Question<Answers['form']> =>
  readTrainingForm(title) ? { ...formQuestion, volunteer: true } : formQuestion;

/** A training that nobody here knows is described in full. */
const describing = ({ answers: { of, title } }: Ask) => {
  const typed = typedTitle(of);
  return {
    ...(typed === undefined && { title: titleQuestion }),
    provider: providerQuestion,
    form: formOf(typed ?? title ?? ''),
  };
};

/** A paper that is here already: it is said where it stands; a refused one is corrected. */
const heldReply = ({ id, title, date, status }: HeldPaper): Finish =>
  status === 'ditolak'
    ? { say: [], next: { form: 'certificate-fix', answers: { id } } }
    : {
        say: [
          {
            text: say('certificate.held', {
              ...paperBlanks({ title, date, provider: '', jp: 0, number: null }),
              status: say(`certificate.status.${status}`),
            }),
            choices: [{ id: 'go:certificates', label: say('button.certificates') }],
          },
        ],
      };

const heldAlready = (ask: Ask, { held }: CertificateDesk): HeldPaper | undefined => {
  const training = chosenTraining(ask.answers, ask.facts.desk);
  const ofIt = training && held.filter((one) => one.training === training.code);
  const known = ofIt?.find(({ status }) => status !== 'ditolak') ?? ofIt?.[0];
  if (known || ask.answers.number === undefined) return known;
  return held.find((one) => one.status !== 'ditolak' && sameCertificate(one, sofar(ask)));
};

/** A certificate is sent: its photo, of which training it is, and what is printed on it, in any order. */
export const certificate = form<Answers, Facts>({
  id: 'certificate',
  work: true,
  starts: (argument) => ({ of: argument.trim() }),
  facts: {
    desk: fact<Answers, CertificateDesk | null, string>({
      of: ({ of }) => (of === undefined || of === other || typedTitle(of) !== undefined ? '' : of),
      read: (reads, of) => reads.certificateDesk(of),
    }),
  },
  questions: (ask) => {
    const { answers, facts, moment } = ask;
    const { named, trainings } = facts.desk ?? { named: null, trainings: [] };
    const all =
      named && !trainings.some(({ code }) => code === named.code) ? [named, ...trainings] : trainings;
    const training = chosenTraining(answers, facts.desk);
    return {
      photo: photoQuestion,
      ...(all.length > 0 && { of: ofQuestion(all) }),
      ...(!training && describing(ask)),
      jp: jpQuestion(training),
      date: dateQuestion(moment, training),
      number: numberQuestion,
    };
  },
  ends: (ask) => {
    const { desk } = ask.facts;
    if (desk === undefined) return undefined;
    if (desk === null) return { say: [{ text: say('profile.none') }] };
    const held = heldAlready(ask, desk);
    return held && heldReply(held);
  },
  check: (ask) => faultsOf(sofar(ask), ask.moment),
  review: (ask) => paperReview(sofar(ask)),
  finish: (ask) => {
    const sent = sofar(ask);
    return {
      say: [
        {
          text: say('certificate.sent', { ...paperBlanks(sent), year: yearOf(sent.date) }),
          choices: [
            { id: 'go:profile', label: say('button.profile') },
            { id: 'go:certificates', label: say('button.certificates') },
          ],
        },
      ],
      effects: [{ do: 'certificate.send', certificate: sent, photo: ask.answers.photo?.[0] ?? '' }],
    };
  },
  same: (draft, opened) => opened.of !== undefined && draft.of === opened.of,
  draft: ({ answers: { photo } }) => (photo ? say('certificate.draft') : undefined),
});

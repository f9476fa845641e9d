import { type Asking, fact, form } from '../../../conversation/form.ts';
import type { Question } from '../../../conversation/question.ts';
import { literal, say } from '../../../conversation/reply.ts';
import type { OwnCertificate, SentCertificate } from '../../../domain/training/certificate-view.ts';
import { shortTitle } from '../../../domain/training/short-title.ts';
import { faultsOf, type Answers as Said } from './answers.ts';
import { paperReview } from './paper.ts';
import {
  dateQuestion,
  formQuestion,
  jpQuestion,
  numberQuestion,
  photoQuestion,
  providerQuestion,
  titleQuestion,
} from './questions.ts';

type Answers = Omit<Said, 'of'> & { id: number };
type Facts = { mine: OwnCertificate[] };
type Ask = Asking<Answers, Facts>;

/** One's own, as long as it can be changed. */
const papers = ({ answers: { id }, facts: { mine } }: Ask): OwnCertificate | undefined =>
  mine?.find((one) => one.id === id && one.status !== 'sah');

const corrected = ({ answers }: Ask, paper: OwnCertificate): SentCertificate => {
  const { title, form, provider, place, batch, startsOn, endsOn, jp, number, date, training } = paper;
  const { title: called = title, provider: by = provider, form: kind = form } = answers;
  return {
    training,
    place,
    batch,
    startsOn,
    endsOn,
    title: called,
    provider: by,
    form: kind,
    jp: answers.jp ?? jp,
    date: answers.date ?? date,
    number: answers.number === undefined ? number : answers.number,
  };
};

/** What stands already is asked only of whoever wants to change it. */
const offered = <V extends Parameters<Question['valid']>[0]>(question: Question<V>): Question<V> => ({
  ...question,
  volunteer: true,
});

/** Its owner corrects a certificate that was sent back, or that waits: all fields stand as they were, and it is looked at again. */
export const certificateFix = form<Answers, Facts>({
  id: 'certificate-fix',
  work: true,
  starts: (argument) => (/^\d{1,15}$/.test(argument) ? { id: Number(argument) } : {}),
  facts: {
    mine: fact<Answers, OwnCertificate[], true>({ of: () => true, read: (reads) => reads.ownCertificates() }),
  },
  questions: (ask) => {
    const paper = papers(ask);
    const known = paper?.training !== null;
    return {
      photo: offered(photoQuestion),
      ...(!known && {
        title: offered(titleQuestion),
        provider: offered(providerQuestion),
        form: offered(formQuestion),
      }),
      jp: offered(jpQuestion(undefined)),
      date: offered(dateQuestion(ask.moment, paper)),
      number: offered(numberQuestion),
    };
  },
  ends: (ask) =>
    ask.facts.mine !== undefined && !papers(ask)
      ? {
          say: [
            {
              text: say('certificate-fix.none'),
              choices: [{ id: 'go:certificates', label: say('button.certificates') }],
            },
          ],
        }
      : undefined,
  check: (ask) => {
    const paper = papers(ask);
    return paper ? faultsOf(corrected(ask, paper), ask.moment) : {};
  },
  review: (ask) => {
    const paper = papers(ask);
    if (!paper) return undefined;
    const reason = paper.reason && literal(shortTitle(paper.reason, 160));
    return paperReview(corrected(ask, paper), reason ? say('certificate-fix.reason', { reason }) : undefined);
  },
  finish: (ask) => {
    const paper = papers(ask);
    if (!paper) return { say: [] };
    const [photo] = ask.answers.photo ?? [];
    const { id, version } = paper;
    return {
      say: [{ text: say('certificate-fix.sent') }],
      effects: [
        {
          do: 'certificate.correct',
          id,
          version,
          certificate: corrected(ask, paper),
          ...(photo && { photo }),
        },
      ],
    };
  },
  same: (draft, opened) => draft.id === opened.id,
  draft: () => undefined,
});

import type { Moment } from '../../../conversation/moment.ts';
import { say, type Text } from '../../../conversation/reply.ts';
import { localDate } from '../../../domain/local-date.ts';
import { type Certificate, certificateFaults } from '../../../domain/training/certificate.ts';
import type {
  CertificateDesk,
  CertifiedTraining,
  SentCertificate,
} from '../../../domain/training/certificate-view.ts';
import { readTrainingForm } from '../../../domain/training/read-training-form.ts';
import { jpWords } from '../../../domain/training/short-title.ts';
import type { TrainingForm } from '../../../domain/training/training-form.ts';
import { trainingOf } from '../../../domain/training/training-settings.ts';

/** `of`: a training's code, `.` for another, or `=` and the title of one that was typed at once. */
export type Answers = {
  photo: string[];
  of: string;
  title: string;
  provider: string;
  form: TrainingForm;
  jp: number;
  date: string;
  number: string | null;
};

export type Facts = { desk: CertificateDesk | null };

export const other = '.';
export const typedTitle = (of: string | undefined): string | undefined =>
  of?.startsWith('=') ? of.slice(1) : undefined;

/** The training that the certificate is of, where it is known here. */
export const chosenTraining = (
  { of }: Partial<Answers>,
  desk: CertificateDesk | null | undefined,
): CertifiedTraining | undefined =>
  desk?.named?.code === of ? (desk?.named ?? undefined) : desk?.trainings.find(({ code }) => code === of);

/** What was said so far, as a certificate; what is not said yet stands in a way that has no fault. */
export const saidSoFar = (
  answers: Partial<Answers>,
  desk: CertificateDesk | null | undefined,
  today: string,
): SentCertificate => {
  const training = chosenTraining(answers, desk);
  const title = training?.title ?? typedTitle(answers.of) ?? answers.title ?? '…';
  return {
    training: training?.code ?? null,
    title,
    form: training?.form ?? answers.form ?? readTrainingForm(title) ?? null,
    provider: training?.provider ?? answers.provider ?? '…',
    place: training?.place ?? null,
    batch: null,
    startsOn: training?.startsOn ?? null,
    endsOn: training?.endsOn ?? null,
    jp: answers.jp ?? 100,
    number: answers.number ?? null,
    date: answers.date ?? today,
  };
};

type Field = 'jp' | 'date' | 'number' | 'title' | 'provider';

/** Everything that no certificate can say, in kind words, by the question that is asked again. */
export const faultsOf = (
  certificate: Certificate,
  { now, city }: Pick<Moment, 'now' | 'city'>,
): { [field in Field]?: Text } => {
  const { rules } = trainingOf(city.agency.settings);
  const found: { [field in Field]?: Text } = {};
  for (const { field, fault } of certificateFaults(certificate, localDate(now, city.agency.zone), rules))
    switch (field) {
      case 'jp':
        found.jp = say(fault === 'none' ? 'certificate.jp.none' : 'certificate.jp.much', {
          jp: jpWords(rules.most),
        });
        break;
      case 'date':
        found.date = dateText(fault);
        break;
      case 'number':
        found.number = say('certificate.number.shape');
        break;
      case 'title':
      case 'provider':
        found[field] = say('words.long', { max: field === 'title' ? 200 : 160 });
        break;
      default:
        break;
    }
  return found;
};

const dateText = (fault: 'no-day' | 'future' | 'old' | 'before-start'): Text => {
  switch (fault) {
    case 'no-day':
      return say('certificate.date.unclear');
    case 'future':
      return say('certificate.date.future');
    case 'old':
      return say('certificate.date.old');
    case 'before-start':
      return say('certificate.date.early');
    default:
      return fault satisfies never;
  }
};

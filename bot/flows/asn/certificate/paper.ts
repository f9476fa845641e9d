import { literal, type Reply, say, type Text } from '../../../conversation/reply.ts';
import type { Certificate } from '../../../domain/training/certificate.ts';
import { jpWords, shortTitle } from '../../../domain/training/short-title.ts';
import type { TrainingForm } from '../../../domain/training/training-form.ts';

/** A form of training as people call it; nothing where nobody named it. */
export const formText = (form: TrainingForm | null): Text =>
  form === null ? literal('–') : say(`training.form.${form}`);

/** The blanks by which a certificate is told. */
export const paperBlanks = ({
  title,
  provider,
  jp,
  date,
  number,
}: Pick<Certificate, 'title' | 'provider' | 'jp' | 'date' | 'number'>) => ({
  title: literal(shortTitle(title)),
  provider: literal(shortTitle(provider, 60)),
  jp: jpWords(jp),
  date: { date, year: true as const },
  paper: number === null ? say('certificate.no-number') : literal(number),
});

/** Everything a certificate was understood to say, before it is sent. */
export const paperReview = (certificate: Certificate, note?: Text): Reply => ({
  text: say('certificate.review', { ...paperBlanks(certificate), form: formText(certificate.form) }),
  ...(note && { note }),
});

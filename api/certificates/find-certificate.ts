import { localDate } from '../../bot/domain/local-date.ts';
import { jpWords } from '../../bot/domain/training/short-title.ts';
import { awardCertificate } from '../../db/reads/award/certificate.ts';
import { moduleCertificate } from '../../db/reads/modules/certificate.ts';
import type { OpenHall } from '../hall.ts';
import { placeOf } from '../print/place-of.ts';
import type { Words } from '../print/words.ts';
import type { CertificateFacts } from './certificate-sheet.ts';

/** Longer is no number of ours. */
const longest = 40;

/** A number as people type it: in capitals, without spaces. */
const typedNumber = (typed: string): string => typed.replace(/\s+/g, '').toUpperCase().slice(0, longest);

/** What tells one certificate from another. */
type Said = Pick<CertificateFacts, 'number' | 'name' | 'title' | 'lines' | 'date'>;

const ofAward = async (
  { database, city }: Pick<OpenHall, 'database' | 'city'>,
  number: string,
  { t }: Words,
): Promise<Said | undefined> => {
  const award = await awardCertificate(database.sql, number);
  if (!award) return undefined;
  const { name, title, unit, category, decidedAt } = award;
  return {
    number: award.number,
    name,
    title: t('print.certificate.award'),
    lines: [
      t('print.certificate.winner', {
        title: { literal: title },
        category: t(`award.category.${category}`),
      }),
      unit,
    ],
    date: localDate(decidedAt, city().agency.zone),
  };
};

/** How well somebody did in the quiz is theirs to know. */
const ofModule = async (
  { database }: Pick<OpenHall, 'database'>,
  number: string,
  { t }: Words,
): Promise<Said | undefined> => {
  const learnt = await moduleCertificate(database.sql, number);
  if (!learnt) return undefined;
  const { name, unit, title, minutes, jp, decree, date } = learnt;
  return {
    number: learnt.number,
    name,
    title: t('print.certificate.module'),
    lines: [
      t('print.certificate.learnt', { title: { literal: title } }),
      unit,
      jp > 0 && decree
        ? t('print.certificate.jp', { jp: jpWords(jp), paper: { literal: decree } })
        : t('print.certificate.no-jp', { minutes }),
    ],
    date,
  };
};

/** The certificate of a number in the words of a language, of the award or of a module; none for a number that nobody was given. */
export const findCertificate = async (
  hall: Pick<OpenHall, 'database' | 'city'>,
  typed: string,
  words: Words,
): Promise<CertificateFacts | undefined> => {
  const number = typedNumber(typed);
  const said = (await ofModule(hall, number, words)) ?? (await ofAward(hall, number, words));
  if (!said) return undefined;
  const { agency, publicUrl } = hall.city();
  return {
    ...said,
    agency: agency.name,
    place: placeOf(agency),
    url: `${publicUrl}/sertifikat/${encodeURIComponent(said.number)}`,
    locale: words.locale,
  };
};

/** Whether a name that somebody was shown is that of the certificate, whatever its capitals and spaces. */
export const isNameOf = ({ name }: Pick<CertificateFacts, 'name'>, shown: string): boolean =>
  plain(name) === plain(shown);

const plain = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

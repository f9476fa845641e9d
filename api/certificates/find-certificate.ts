import { localDate } from '../../bot/domain/local-date.ts';
import { awardCertificate } from '../../db/reads/award/certificate.ts';
import type { OpenHall } from '../hall.ts';
import { placeOf } from '../print/place-of.ts';
import type { Words } from '../print/words.ts';
import type { CertificateFacts } from './certificate-sheet.ts';

/** Longer is no number of ours. */
const longest = 40;

/** A number as people type it: in capitals, without spaces. */
const typedNumber = (typed: string): string => typed.replace(/\s+/g, '').toUpperCase().slice(0, longest);

/** The certificate of a number in the words of a language; none for a number that nobody was given. */
export const findCertificate = async (
  { database, city }: Pick<OpenHall, 'database' | 'city'>,
  typed: string,
  { t, locale }: Words,
): Promise<CertificateFacts | undefined> => {
  const award = await awardCertificate(database.sql, typedNumber(typed));
  if (!award) return undefined;
  const { agency, publicUrl } = city();
  const { number, name, title, unit, category, decidedAt } = award;
  return {
    number,
    name,
    title: t('print.certificate.award'),
    lines: [
      t('print.certificate.winner', {
        title: { literal: title },
        category: t(`award.category.${category}`),
      }),
      unit,
    ],
    agency: agency.name,
    place: placeOf(agency),
    date: localDate(decidedAt, agency.zone),
    url: `${publicUrl}/sertifikat/${encodeURIComponent(number)}`,
    locale,
  };
};

/** Whether a name that somebody was shown is that of the certificate, whatever its capitals and spaces. */
export const isNameOf = ({ name }: Pick<CertificateFacts, 'name'>, shown: string): boolean =>
  plain(name) === plain(shown);

const plain = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

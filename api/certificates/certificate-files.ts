import { sheetPng } from '../print/sheet-png.ts';
import { sheetsPdf } from '../print/sheets-pdf.ts';
import { type CertificateFacts, certificateSheet } from './certificate-sheet.ts';

/** Enough for a screen and for paper at home; a print shop takes the PDF. */
const dotsAnInch = 150;

/** A certificate as a picture. */
export const certificatePng = (facts: CertificateFacts): Uint8Array =>
  sheetPng(certificateSheet(facts), dotsAnInch);

/** A certificate as a PDF of one page with real text; `at`: when the file was made. */
export const certificatePdf = (facts: CertificateFacts, at: Date): Promise<Uint8Array> => {
  const { title, name, agency, locale } = facts;
  return sheetsPdf([certificateSheet(facts)], {
    title: `${title}: ${name}`,
    author: agency,
    language: locale,
    at,
  });
};

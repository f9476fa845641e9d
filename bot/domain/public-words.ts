import { type MaskWords, maskPersonal, type PersonalKind } from './masking.ts';

/** What stands in public words instead of a person's number or address; whoever shows them says it in the reader's language. */
const masks: MaskWords = {
  email: '[email]',
  nip: '[nip]',
  nik: '[nik]',
  phone: '[phone]',
  account: '[account]',
  plate: '[plate]',
};

/** Words as they may be shown to everybody, masked however often they were edited. */
export const publicWords = (text: string): string => maskPersonal(text.trim(), masks).text;

/** Public words in pieces: what was written, and what was masked. */
export const publicPieces = (text: string): (string | { masked: PersonalKind })[] =>
  text
    .split(/(\[(?:email|nip|nik|phone|account|plate)\])/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const found = Object.entries(masks).find(([, mask]) => mask === piece);
      return found ? { masked: found[0] as PersonalKind } : piece;
    });

/** `photos`: those that may be shown; `waiting`: how many may not yet; `live`: something is shown. */
export type PublicationView = {
  words: string;
  photos: { id: string; after: boolean }[];
  waiting: number;
  live: boolean;
};

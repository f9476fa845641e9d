/** What of a person, a place or a moment was taken out of an exercise; each is also the word that stands for it. */
export const blankKinds = [
  'nama',
  'alamat',
  'tempat',
  'nomor',
  'telepon',
  'NIK',
  'NIP',
  'rekening',
  'pelat',
  'surel',
  'tautan',
  'akun',
  'tanggal lahir',
  'jam',
  'nomor laporan',
] as const;
export type BlankKind = (typeof blankKinds)[number];

const first = 0xe110;

/** One private sign for each kind while a text is worked on: no letter, no digit, so that no later rule reads into it. */
export const signOf = (kind: BlankKind): string => String.fromCharCode(first + blankKinds.indexOf(kind));

/** Any of the signs, for rules that take in what an earlier one left. */
export const anySign = `[${String.fromCharCode(first)}-${String.fromCharCode(first + blankKinds.length - 1)}]`;

const sign = new RegExp(anySign, 'gu');

/** The kind a sign stands for. */
const kindOf = (text: string): BlankKind | undefined => blankKinds[text.charCodeAt(0) - first];

/** Signs as an exercise shows them: `[nama]`. */
export const shownBlanks = (text: string): string =>
  text.replace(sign, (one) => `[${kindOf(one) ?? 'nama'}]`);

const shown = new RegExp(`(\\[(?:${blankKinds.join('|')})\\])`, 'u');

/** An exercise in pieces, so that a screen may set blanks apart: what was written, and what was taken out. */
export const blankPieces = (text: string): (string | { blank: BlankKind })[] =>
  text
    .split(shown)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const kind = blankKinds.find((one) => `[${one}]` === piece);
      return kind ? { blank: kind } : piece;
    });

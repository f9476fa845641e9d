import { type MaskWords, maskPersonal } from '../masking.ts';
import { officeOf } from '../office.ts';
import { withoutNames } from '../without-names.ts';

/** *Anda bilang, kami lakukan*: what people said of an office or one of its services, and what was changed on a local day. */
export type SurveyChange = {
  id: number;
  unit: { code: string; name: string };
  service: { code: string; name: string } | null;
  said: string;
  done: string;
  on: string;
};

/** So many characters each, for it is read on a poster as well as in a chat. */
export const mostWords = { said: 200, done: 300 } as const;

/** What stands where something was covered: one sign for all, since everybody reads it, in whichever language. */
export const covered = '[…]';
const signs: MaskWords = {
  email: covered,
  nip: covered,
  nik: covered,
  phone: covered,
  account: covered,
  plate: covered,
};

/** Words as everybody may read them, without names, numbers and addresses of people; `masked` where some were found. */
export const changeWords = (words: string): { text: string; masked: boolean } => {
  const said = words.trim();
  const text = withoutNames(maskPersonal(said, signs).text, covered);
  return { text, masked: text !== said };
};

/** The units whose users hear of a change: its own and the parts of it. */
export const unitsHearing = (
  unit: string,
  units: Parameters<typeof officeOf>[1],
  categories: Parameters<typeof officeOf>[2],
): string[] => [
  ...new Set([
    unit,
    ...units.map(({ code }) => code).filter((code) => officeOf(code, units, categories) === unit),
  ]),
];

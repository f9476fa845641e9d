import { signOf } from './blank.ts';

const months = [
  ['Januari', 'jan(?:uari)?'],
  ['Februari', '[fp]eb(?:ruari)?'],
  ['Maret', 'mar(?:et)?'],
  ['April', 'apr(?:il)?'],
  ['Mei', 'mei|may'],
  ['Juni', 'juni?'],
  ['Juli', 'juli?'],
  ['Agustus', 'agu(?:stus)?|agt|ags|aug'],
  ['September', 'sept?(?:ember)?'],
  ['Oktober', 'o[kc]t(?:ober)?'],
  ['November', 'nov(?:ember)?|nop(?:ember)?'],
  ['Desember', 'des(?:ember)?|dec'],
] as const;

const named = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:tanggal|tgl)\\.? ?)?\\d{1,2}[ .-]{1,2}(${months.map(([, shape]) => shape).join('|')})(?!\\p{L})(?:[ .,-]{1,2}(?:(?:19|20)\\d\\d|\\d\\d(?!\\d)))?`,
  'giu',
);
const figures =
  /(?<![\d.,/-])(?:(?:tanggal|tgl)\.? ?)?\d{1,2}([/. -])(\d{1,2})\1(?:(?:19|20)\d\d|\d\d)(?![\d/-])|(?<![\d-])(?:19|20)\d\d-(\d\d)-\d\d(?!\d)/giu;
const short = /(?<=(?:tanggal|tgl)\.? ?)\d{1,2}(?:[/-](\d{1,2}))?(?![\d/.])/giu;

const birth =
  /(?<!\p{L})((?:tanggal |tgl\.? ?)?(?:ke)?lahir(?:an|nya)?|ttl|born)(?!\p{L})[^.;\n\d]{0,40}?(?:\d{1,2}[ ./-]{1,2}(?:\d{1,2}|\p{L}{3,9})[ ./-]{1,2}\d{2,4}|(?:19|20)\d\d-\d\d-\d\d|(?:19|20)\d\d)/giu;

const monthName = (of: string): string => {
  const found = months.find(
    ([, shape], at) => new RegExp(`^(?:${shape})$`, 'iu').test(of) || Number(of) === at + 1,
  );
  return found ? `bulan ${found[0]}` : signOf('nomor');
};

const parts = 'dini hari|pagi|siang|sore|petang|malam|mlm|subuh';
const clock = new RegExp(
  `(?<!\\p{L})(?:jam|pukul|pkl|jm)\\.? ?(\\d{1,2})(?:[.:](\\d\\d))?(?:\\s?(?:-|sampai|s/d|sd)\\s?\\d{1,2}(?:[.:]\\d\\d)?)?(?:-?an(?!\\p{L}))?(?![\\d])(?: ?(?:wib|wita|wit))?(?: (${parts})(?!\\p{L}))?`,
  'giu',
);
const bare = new RegExp(
  `(?<![\\d.:/])(\\d{1,2}):(\\d\\d)(?![\\d:])(?: ?(?:wib|wita|wit))?(?: (${parts})(?!\\p{L}))?|(?<![\\d.:/])(\\d{1,2})\\.(\\d\\d) ?(?:wib|wita|wit)(?!\\p{L})(?: (${parts})(?!\\p{L}))?`,
  'giu',
);

/** The part of the day an hour lies in; *jam 7* alone may be either end of the day and stays a blank. */
const partOfDay = (hour: string, minutes: string | undefined, part: string | undefined): string => {
  if (part) return part.toLowerCase() === 'mlm' ? 'malam' : part.toLowerCase();
  const at = Number(hour);
  if (at > 24 || (at <= 12 && hour.length < 2) || (at <= 12 && minutes === undefined)) return signOf('jam');
  if (at < 4 || at === 24) return 'dini hari';
  if (at < 11) return 'pagi';
  if (at < 15) return 'siang';
  return at < 18 ? 'sore' : 'malam';
};

/** A text whose days are months and whose hours are parts of the day; a day of birth is a blank. */
export const withoutTimes = (text: string): string =>
  text
    .replace(birth, (_, word: string) => `${word} ${signOf('tanggal lahir')}`)
    .replace(named, (_, month: string) => monthName(month))
    .replace(figures, (_, _gap, month: string | undefined, iso: string | undefined) =>
      monthName(month ?? iso ?? ''),
    )
    .replace(short, (_, month: string | undefined) => (month ? monthName(month) : signOf('nomor')))
    .replace(clock, (_, hour: string, minutes?: string, part?: string) => partOfDay(hour, minutes, part))
    .replace(bare, (_, hour = '', minutes = '', part, dotted = '', after = '', later) =>
      partOfDay(hour || dotted, minutes || after, part ?? later),
    );

import { plainNip, readNip } from './nip.ts';

/** What of a person may stand in a free text. A family card's number has the shape of a NIK and counts as one. */
export type PersonalKind = 'email' | 'nip' | 'nik' | 'phone' | 'account' | 'plate';

/** The word that stands for each kind, in the reader's language, without digits or @: `[nomor telepon]`. */
export type MaskWords = { readonly [K in PersonalKind]: string };

type Rule = {
  kind: PersonalKind;
  shape: RegExp;
  holds?: (hit: string, before: string) => boolean;
};

/**
 * A text without the numbers and addresses of people, and the kinds that were found, before an officer approves it for
 * the public. One mask too many costs an officer a look, one too few a person their peace: numbers with odd
 * dots and spaces count, only dates, hours, amounts and house numbers are spared.
 */
export function maskPersonal(text: string, words: MaskWords): { text: string; found: PersonalKind[] } {
  for (const word of Object.values(words))
    if (/[\p{N}@]/u.test(word)) throw new RangeError(`a mask may not hold digits or @: ${word}`);
  const found = new Set<PersonalKind>();
  let masked = text;
  for (let last = ''; last !== masked; ) {
    last = masked;
    for (const rule of rules) {
      const hits = hitsOf(rule, plain(masked));
      for (const { at, end } of hits.toReversed())
        masked = masked.slice(0, at) + words[rule.kind] + masked.slice(end);
      if (hits.length > 0) found.add(rule.kind);
    }
  }
  return { text: masked, found: [...found] };
}

/** The same text, place by place, with one kind of digit, dash and space: what is found here is cut from the original. */
function plain(text: string): string {
  return text
    .replace(/[\uFF10-\uFF19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/[\u2010-\u2015\u2212\uFF0D]/g, '-')
    .replace(/[^\S\n]|[\u200B-\u200F\u2060-\u2064\u00AD]/g, ' ')
    .replaceAll('\uFF20', '@')
    .replaceAll('\uFF0B', '+');
}

/** Where a rule holds. What only looks like it is passed over by one place, since the real one may begin inside. */
function hitsOf({ shape, holds }: Rule, text: string): { at: number; end: number }[] {
  const hits: { at: number; end: number }[] = [];
  const search = new RegExp(shape.source, 'giu');
  for (let match = search.exec(text); match; match = search.exec(text)) {
    const [hit] = match;
    const at = match.index;
    if (holds && !holds(hit, text.slice(0, at))) search.lastIndex = at + 1;
    else hits.push({ at, end: at + hit.length });
  }
  return hits;
}

/** What people put between two digits, and what shows that a number goes on. */
const gap = '[ .\\-]{0,3}';
const starts = '(?<!\\d|\\d\\p{L}{1,5}|\\d[.,\\-]|\\b(?:rp|idr)\\.? ?)';
const ends = '(?!\\d|[.\\-]\\d)';
const digits = (least: number, most: number, between: string) =>
  `\\d(?:${between}\\d){${least - 1},${most - 1}}`;

const date = /(?<!\d)\d{1,2}([-. ])\d{1,2}\1(19|20)\d\d(?!\d)|(?<!\d)(19|20)\d\d-\d\d-\d\d(?!\d)/;
const hours = /(?<!\d)\d{1,2}\.\d\d ?-{1,2} ?\d{1,2}\.\d\d(?!\d)/;
const years = /^(19|20)\d\d ?- ?(19|20)\d\d$/;
const amount = /^[1-9]\d{0,2}(\.\d{3})+$/;
/** One date may hide in a number whose parts are spaced; two do not. */
const isDates = (hit: string) => date.test(hit) && date.test(hit.replace(date, ''));
const isTime = (hit: string) => date.test(hit) || hours.test(hit);

/** Six digits in the middle are a birth date, women's days counted from 41 (asn.md section 5); said to be one, it is. */
function isNik(hit: string, before: string): boolean {
  if (isTime(hit)) return false;
  const nik = plainNip(hit);
  const day = Number(nik.slice(6, 8)) % 40;
  const month = Number(nik.slice(8, 10));
  const looks = day >= 1 && day <= 31 && Number(nik.slice(6, 8)) <= 71 && month >= 1 && month <= 12;
  return looks || /(?<!\p{L})(nik|ktp|kk)\P{N}{0,15}$/iu.test(before);
}

const banks =
  'bank|rekening|norek|rek|atm|bri|brimo|bca|bni|bsi|btn|bpd|bpr|mandiri|danamon|cimb|permata|muamalat|panin|seabank|ocbc|maybank|bukopin';
const near = (most: number) => `(?:(?!(?<=\\p{L}{4})[.!?;]\\s)[^\\n]){0,${most}}`;
const undated = `(?! \\d{1,2}[-.]\\d{1,2}[-.](?:19|20)\\d\\d(?!\\d))${gap}`;
const account = `(?:\\d{8,18}|${digits(8, 18, undated)})(?!\\d)`;
const isAccount = (hit: string, before: string) =>
  !isTime(hit) && !years.test(hit) && !(amount.test(hit) && !/rek(ening)?\P{N}{0,15}$/iu.test(before));

/** Letters that may begin a plate, region by region (Perpol 7/2021). */
const regions =
  'A[ABDEG]?|B[ABDEGHKLMNP]?|C[CD]|D[ABCDEGHKLMNPRSTW]?|E[ABD]?|[FGHLMNRSTWZ]|K[BHTU]?|P[ABGSTY]?';

/** Short words that follow a number in a sentence, where a plate has its last letters. */
const small = new Set(
  `di ke ya yg itu ini dan ada tdk gak dgn dg dr utk jam kg km cm mm ml kwh kw w va cc rb jt org hr bln thn th rt rw no jl
  m l pak bu mas gan lho kok sih tp jd jg sdh udh blm lg krn pd per an lbr bh pcs box bak mau dll dsb bus air tak lan ana ing
  iku iki aja nya pun lah sd nan jo ka the and is at in on of to`.split(/\s+/),
);

const house =
  /(?<!\p{L})(blok|blk|gang|gg|kav(ling|eling)?|kelas|ruang|gedung|lantai|nomor surat)\P{N}{0,3}$|(?<!\p{L})no\.? ?\d{1,3} $/iu;
const vehicle = /(?<!\p{L})(plat|nopol|polisi|motor|mobil|truk|bus|angkot|pikap|kendaraan)\P{N}{0,15}$/iu;

/** A plate of three or four digits stands alone; a shorter one, like a house or a diploma, must be said to be one. */
function isPlate(hit: string, before: string): boolean {
  const end = /[A-Z]+$/i.exec(hit)?.[0] ?? '';
  const sentence = small.has(end.toLowerCase()) && end !== end.toUpperCase();
  if (sentence || house.test(before)) return false;
  return hit.replace(/\D/g, '').length >= 3 || vehicle.test(before);
}

/** NIP, NIK and mobile numbers in one piece, or with something between their digits. */
const numbers = (between: string, begin: string, end: string): readonly Rule[] => [
  {
    kind: 'nip',
    shape: new RegExp(`${begin}${digits(18, 18, between)}${end}`),
    holds: (hit) => 'nip' in readNip(hit, 'pppk_paruh_waktu') && !isDates(hit),
  },
  { kind: 'nik', shape: new RegExp(`${begin}${digits(16, 16, between)}${end}`), holds: isNik },
  {
    kind: 'phone',
    shape: new RegExp(
      `${begin}(?:(?:(?:\\+|00)${gap})?62${gap}0?${between}|0${between})8${between}[1-9](?:${between}\\d){7,10}${end}`,
    ),
    holds: (hit) => !isTime(hit),
  },
];

const country = `(?:(?:(?:\\+|00)${gap})?62${gap}\\(?0?|\\(?0)`;
const area = `[2-79]\\d{1,2}\\)?[ ./\\-]{0,3}\\d{2,8}(?:[ .\\-]\\d{2,4}){0,3}`;
const operator = `8[1-9]\\d?\\)?(?:[ ./\\-]{0,3}\\d){6,9}`;
const isPhone = (hit: string) => !isTime(hit) && /^\d{9,13}$/.test(hit.replace(/\D/g, ''));

const rules: readonly Rule[] = [
  {
    kind: 'email',
    shape:
      /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+(?:@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}| ?(?:@|[[(]at[\])]) ?(?:[\p{L}\p{N}-]+\.)+(?:com|id|net|org))/u,
  },
  ...numbers('', '(?<!\\d)', '(?!\\d)'),
  ...numbers(gap, starts, ends),
  { kind: 'phone', shape: new RegExp(`${starts}${country}(?:${area}|${operator})${ends}`), holds: isPhone },
  {
    kind: 'account',
    shape: new RegExp(`(?<=(?<!\\p{L})(?:${banks})\\.?${near(40)})${starts}${account}`, 'u'),
    holds: isAccount,
  },
  {
    kind: 'account',
    shape: new RegExp(`${starts}${account}(?=${near(15)}(?<!\\p{L})(?:${banks})(?!\\p{L}))`, 'u'),
    holds: isAccount,
  },
  {
    kind: 'plate',
    shape: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${regions})${gap}(?:\\d{4}|\\d{1,3}(?![ .\\-]{1,3}(?:RT|RW|RP|KM|JL|NO)${gap}\\d))${gap}[A-Z]{1,3}(?![\\p{L}\\p{N}]|[-/]\\d)`,
      'u',
    ),
    holds: isPlate,
  },
  {
    kind: 'plate',
    shape: new RegExp(
      `(?<=(?<!\\p{L})(?:plat|nopol|polisi)[^\\d\\n]{0,15})(?<![\\p{L}\\p{N}])(?:${regions})${gap}\\d{1,4}(?![\\p{L}\\p{N}])`,
      'u',
    ),
  },
];

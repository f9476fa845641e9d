import { maskPersonal } from '../masking.ts';
import { signOf } from './blank.ts';

const links =
  /(?:https?:\/\/|www\.)\S+|(?<![\p{L}\d@.])(?:wa\.me|t\.me|bit\.ly|goo\.gl|maps\.app\.goo\.gl|linktr\.ee|s\.id|fb\.com|instagram\.com|facebook\.com|tiktok\.com)(?:\/\S*)?/giu;
const domains =
  /(?<![\p{L}\d@._-])(?:[\p{L}\d-]+\.)+(?:com|net|org|id|info|xyz|me|app|page|site)(?:\/\S*)?(?![\p{L}\d])/giu;
const accounts =
  /(?<![\p{L}\d])@[\p{L}\d_.]+[\p{L}\d_]|(?<=(?<!\p{L})(?:ig|instagram|fb|facebook|tiktok|twitter|akun)\s?[:=]?\s)[\p{L}\d.]*[_\d][\p{L}\d._]*/giu;
const tickets =
  /(?<![\p{L}\p{N}-])[a-z]{2,5}[-\u2010-\u2015 ]?(?=[0-9a-tv-z]{0,5}\d)[0-9a-tv-z]{6}(?![\p{L}\p{N}])/giu;
const shouted = /(?<![\p{L}\p{N}-])[A-Z]{2,5}-[0-9A-TV-Z]{6}(?![\p{L}\p{N}])/gu;

/** Links, accounts, numbers of reports, and what masking.ts knows of persons. */
export const withoutAddressesOfPersons = (text: string): string =>
  maskPersonal(
    text
      .replace(links, signOf('tautan'))
      .replace(tickets, signOf('nomor laporan'))
      .replace(shouted, signOf('nomor laporan')),
    {
      email: signOf('surel'),
      nip: signOf('NIP'),
      nik: signOf('NIK'),
      phone: signOf('telepon'),
      account: signOf('rekening'),
      plate: signOf('pelat'),
    },
  )
    .text.replace(domains, signOf('tautan'))
    .replace(accounts, signOf('akun'));

const amounts =
  /(?:rp|idr)\.? ?\d[\d.,]*|(?<!\d)[\d.,]*\d ?(?:rb|ribu|juta|jt|k)(?![\p{L}\d])|(?<!\d)[1-9]\d{0,2}(?:\.000)+(?!\d)/giu;
const behind =
  /(?<!\p{L})(nomor|nomer|nmr|no|antrean|antrian|resi|meter|id|kode|berkas|ruang|kamar|lantai|rumah)((?:[ .:#]+\p{L}{2,12}){0,2}?)[ .:#]*(?=[\p{L}/-]*\d)[\p{L}\d](?:[\p{L}\d./-]*[\p{L}\d])?/giu;
const mixed =
  /(?<![\p{L}\d])(?=[\p{L}/-]{0,8}\d)(?=[\d/-]{0,12}\p{L})[\p{L}\d]+(?:[/-][\p{L}\d]+)*(?![\p{L}\d])/giu;
const measured =
  /^\d{1,4}(?:m|meter|cm|km|kg|x|hr|hari|jam|mnt|menit|bln|bulan|thn|tahun|th|orang|org|rb|jt|l|liter|kwh|watt|w|an|nya|g)$/iu;
const long = /(?<![\d.,])\d[\d./ -]{2,}\d(?!\d)|(?<!\d)\d{4,}(?!\d)/gu;

/** What is left of numbers that point at one house, paper or meter. Amounts and measures stay: they belong to the matter. */
export const withoutNumbers = (text: string): string => {
  const kept: string[] = [];
  const hold = (one: string): string => {
    kept.push(one);
    return String.fromCharCode(0xe200 + kept.length - 1);
  };
  return text
    .replace(amounts, hold)
    .replace(mixed, (one) => (measured.test(one) ? hold(one) : one))
    .replace(behind, (_, word: string, more: string) => `${word}${more} ${signOf('nomor')}`)
    .replace(mixed, signOf('nomor'))
    .replace(long, signOf('nomor'))
    .replace(/[\uE200-\uE7FF]/gu, (one) => kept[one.charCodeAt(0) - 0xe200] ?? '');
};

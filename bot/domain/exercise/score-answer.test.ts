import { expect, test } from 'vitest';
import { compareMarks, marksOf, type Score } from './rubric.ts';
import { scoreAnswer } from './score-answer.ts';

const answering = { office: { name: 'Dinas Perhubungan', also: ['Dishub'] }, today: '2026-11-24' };
const why = (text: string) => {
  const { greeting, office, date, plain } = scoreAnswer(text, answering);
  return [greeting, office, date, plain].map((line) => line.why);
};
const met = (score: Score) => Object.values(marksOf(score)).filter(Boolean).length;

test('a good answer greets, names its office and a day, and is plain', () => {
  const text =
    'Selamat pagi, Bapak/Ibu. Dinas Perhubungan sudah memeriksa lampunya. Lampu diganti paling lambat Jumat, 27 November.';
  expect(why(text)).toEqual(['greets', 'names-office', 'names-date', 'plain']);
  expect(met(scoreAnswer(text, answering))).toBe(4);
});

test.each([
  [
    'Akan segera kami tindaklanjuti sesuai tupoksi.',
    ['no-greeting', 'no-office', 'only-soon', 'office-words'],
  ],
  ['Halo, Dishub akan datang besok.', ['greets', 'names-office', 'names-date', 'plain']],
  ['Bu, dishub sudah mengganti lampu tadi pagi.', ['greets', 'names-office', 'names-date', 'plain']],
  ['Pak, lampu akan diganti 20/11/2026 oleh dishub.', ['greets', 'names-office', 'past-date', 'plain']],
  ['Pak, lampu sudah diganti 20/11/2026 oleh dishub.', ['greets', 'names-office', 'names-date', 'plain']],
  ['Bapak, dua minggu lagi petugas perhubungan ke sana.', ['greets', 'names-office', 'no-date', 'plain']],
  ['Ibu, petugas ke sana hari Minggu.', ['greets', 'no-office', 'names-date', 'plain']],
  ['SELAMAT SIANG IBU, KAMI SUDAH SELESAI', ['greets', 'no-office', 'no-date', 'shouted']],
  ['Baik', ['no-greeting', 'no-office', 'no-date', 'empty']],
  ['', ['no-greeting', 'no-office', 'no-date', 'empty']],
])('%s', (text, reasons) => {
  expect(why(text)).toEqual(reasons);
});

test('a sentence that goes on and on is not plain, two short ones are', () => {
  const long = Array.from({ length: 15 }, () => 'lampu mati').join(' ');
  expect(scoreAnswer(long, answering).plain.why).toBe('long-sentence');
  expect(scoreAnswer(`${long.slice(0, 120)}. ${long.slice(0, 120)}.`, answering).plain.why).toBe('plain');
});

test('the office words are named, so that they can be changed', () => {
  expect(
    scoreAnswer('Laporan sudah kami disposisi dan menunggu tindak lanjut OPD.', answering).plain.words,
  ).toEqual(['disposisi', 'tindak lanjut', 'opd']);
});

test('learner and colleague talk about what they see differently', () => {
  const learner = { greeting: true, office: true, date: true, plain: false };
  const colleague = { greeting: true, office: false, date: true, plain: true };
  expect(compareMarks(learner, colleague)).toEqual({
    lines: [
      { line: 'greeting', seen: 'both-met' },
      { line: 'office', seen: 'only-learner' },
      { line: 'date', seen: 'both-met' },
      { line: 'plain', seen: 'only-colleague' },
    ],
    agreed: 2,
    talk: ['office', 'plain'],
  });
});

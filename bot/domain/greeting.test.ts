import { expect, test } from 'vitest';
import { isGreeting } from './greeting.ts';

test.each([
  'halo',
  'Halo min',
  'HALOOO',
  'hai',
  'hi',
  'Hello!',
  'p',
  'P',
  'ping',
  'permisi',
  'permisi pak',
  'assalamualaikum',
  "Assalamu'alaikum wr. wb.",
  "assalamu'alaikum warahmatullahi wabarakatuh",
  'selamat pagi',
  'selamat siang bu',
  'pagi kak',
  'sugeng enjing',
  'kulo nuwun',
  'kula nuwun',
  'salamaik pagi pak',
  'good morning',
  'halo selamat malam admin',
  'tes',
])('"%s" is a greeting and no more', (text) => {
  expect(isGreeting(text)).toBe(true);
});

test.each([
  'halo, lampu mati',
  'selamat pagi, mau lapor',
  'pak',
  'bu',
  '',
  '?',
  'jalan rusak',
  'pagi ini air mati',
  'permisi numpang tanya',
  'malam minggu bising',
  'SLT-7K4PQ2',
  '1',
])('"%s" is not just a greeting', (text) => {
  expect(isGreeting(text)).toBe(false);
});

import { describe, expect, test } from 'vitest';
import { readAsked } from './asked.ts';
import { judge } from './judge-answers.ts';
import type { Candidate, Known, Match } from './known-answer.ts';

const service = (code: string): Known => ({ kind: 'service', code, name: code, unit: 'Disdukcapil' });
const office: Known = { kind: 'office', code: 'dukcapil', name: 'Disdukcapil', phone: null, address: null };
const question = (code: string, name: string): Known => ({
  kind: 'question',
  code,
  name,
  answer: 'Begini.',
  checked: '2026-11-12',
  unit: null,
});

/** Found by the words at these places, each in a field: `0A 1C`; `~` where it is only spelled alike. */
const found = (known: Known, where: string, keywords: readonly string[] = []): Candidate => ({
  known,
  keywords,
  matches: where.split(' ').map(
    (one): Match => ({
      nth: Number(one[0]),
      field: one[1] as Match['field'],
      alike: one.endsWith('~') ? 0.7 : 1,
    }),
  ),
});

const judged = (typed: string, candidates: readonly Candidate[]) => {
  const { sure, known } = judge(readAsked(typed, []), candidates);
  return `${known.map(({ code }) => code).join(' ')}${sure ? '!' : ''}`;
};

describe('what is known', () => {
  test('is told when one thing holds the whole question', () => {
    expect(judged('akta kelahiran', [found(service('lahir'), '0A 1A'), found(service('mati'), '0A')])).toBe(
      'lahir!',
    );
  });

  test('is offered when two things hold it alike', () => {
    expect(judged('ktp', [found(service('baru'), '0A'), found(service('ganti'), '0A')])).toBe('baru ganti');
  });

  test('is offered when a thing holds only a part, and left out when it is less than half', () => {
    expect(judged('akta kelahiran kembar', [found(service('lahir'), '0A 1A')])).toBe('lahir');
    expect(judged('akta perceraian sepupu', [found(service('lahir'), '0A')])).toBe('');
  });

  test('is offered, never told, for a single word that is only spelled alike', () => {
    expect(judged('imunsiasi', [found(service('imunisasi'), '0A~')])).toBe('imunisasi');
  });

  test('is offered for words of what it asks for, where it is named too', () => {
    expect(judged('tambah anggota kk', [found(service('kk'), '0C 1C 2A')])).toBe('kk');
    expect(judged('kk hilang', [found(service('kk'), '0A'), found(service('ktp'), '0C 1A')])).toBe('ktp kk');
    expect(judged('tambah anggota', [found(service('kk'), '0C 1C')])).toBe('');
  });
});

describe('between kinds of answers', () => {
  test('place, number and hours of an office are the office’s, the rest its services’', () => {
    const both = [found(office, '0A'), found(service('ktp'), '0D')];
    expect(judged('alamat disdukcapil', both)).toBe('dukcapil!');
    expect(judged('syarat disdukcapil', both)).toMatch(/^ktp/);
  });

  test('an office is found by what it is for only where its place, number or hours are asked', () => {
    expect(judged('telepon kesehatan', [found(office, '0B')])).toBe('dukcapil');
    expect(judged('kesehatan', [found(office, '0B')])).toBe('');
  });

  test('a checked question is told when it was asked in so many words, also beside a service', () => {
    const pay = found(question('bayar', 'Di mana membayar PBB?'), '0A', ['bayar pbb']);
    expect(judged('bayar pbb di mana', [pay, found(service('mutasi'), '0A')])).toBe('bayar!');
    expect(judged('syarat pbb', [pay, found(service('mutasi'), '0A')])).toBe('mutasi!');
  });
});

test('a question without a telling word is vague, whatever there is', () => {
  expect(judge(readAsked('berapa biayanya?', []), [])).toEqual({
    aspects: ['fee'],
    vague: true,
    sure: false,
    known: [],
  });
});

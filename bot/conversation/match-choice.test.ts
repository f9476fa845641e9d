import { describe, expect, test } from 'vitest';
import { tongueOf } from '../i18n/tongue.ts';
import { beginsSeveral, matchChoice } from './match-choice.ts';
import { literal } from './reply.ts';

const tongue = tongueOf('id');
const list = (...labels: string[]) => labels.map((label) => ({ id: label, label: literal(label) }));

const kinds = list(
  'Jalan & Trotoar',
  'Lampu Jalan (PJU)',
  'Sampah & Lingkungan',
  'Selokan & Banjir',
  'Lainnya',
);

describe('a choice typed', () => {
  test.each([
    ['1', 'Jalan & Trotoar'],
    [' 2. ', 'Lampu Jalan (PJU)'],
    ['no 3', 'Sampah & Lingkungan'],
    ['Nomor 3', 'Sampah & Lingkungan'],
    ['nomer 3', 'Sampah & Lingkungan'],
    ['number 4', 'Selokan & Banjir'],
    ['nomo 5', 'Lainnya'],
    ['(2)', 'Lampu Jalan (PJU)'],
    ['satu', 'Jalan & Trotoar'],
    ['DUA', 'Lampu Jalan (PJU)'],
    ['siji', 'Jalan & Trotoar'],
    ['kalih', 'Lampu Jalan (PJU)'],
    ['tigo', 'Sampah & Lingkungan'],
    ['sekawan', 'Selokan & Banjir'],
    ['ciek', 'Jalan & Trotoar'],
    ['duo', 'Lampu Jalan (PJU)'],
    ['ampek', 'Selokan & Banjir'],
    ['one', 'Jalan & Trotoar'],
    ['four', 'Selokan & Banjir'],
    ['lampu jalan pju', 'Lampu Jalan (PJU)'],
    ['LAMPU JALAN (PJU)', 'Lampu Jalan (PJU)'],
    ['lampu', 'Lampu Jalan (PJU)'],
    ['sel', 'Selokan & Banjir'],
    ['jalan', 'Jalan & Trotoar'],
    ['lainya', 'Lainnya'],
    ['lainnyq', 'Lainnya'],
    ['Lainnya!', 'Lainnya'],
    ['sampah dan lingkungan', undefined],
    ['se', undefined],
    ['lanya', undefined],
    ['0', undefined],
    ['6', undefined],
    ['123', undefined],
    ['12 lampu mati', undefined],
    ['tolong lampu jalan', undefined],
    ['', undefined],
    ['👍', undefined],
  ])('%j means %s', (typed, label) => {
    expect(matchChoice(typed, kinds, tongue)?.id).toBe(label);
  });

  test.each([
    ['Sidorejo', ['Sidorejo Lor', 'Sidorejo Kidul'], undefined],
    ['Sidorejo l', ['Sidorejo Lor', 'Sidorejo Kidul'], 'Sidorejo Lor'],
    ['Salatiga', ['Salatiga', 'Salatiga Kota'], 'Salatiga'],
    ['hitam', ['Hitan', 'Hitap'], undefined],
    ['sama', ['Sama', 'Sama'], undefined],
    ['2', ['3', '2', '1'], '2'],
    ['café', ['Cafe', 'Kafe'], 'Cafe'],
  ])('%j among %j is %s: nothing ambiguous is guessed', (typed, labels, wanted) => {
    expect(matchChoice(typed, list(...labels), tongue)?.id).toBe(wanted);
  });

  test.each([
    ['sidorejo', true],
    ['sid', true],
    ['si', false],
    ['Sidorejo Lor', false],
    ['pasar', false],
  ])('%j begins several: %s', (typed, several) => {
    expect(beginsSeveral(typed, list('Sidorejo Lor', 'Sidorejo Kidul'), tongue)).toBe(several);
  });
});

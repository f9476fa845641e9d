import { expect, test } from 'vitest';
import { isFree } from './service.ts';

test.each(['Gratis', 'gratis.', 'Rp0', 'Rp. 0,00', '0', 'Tidak dipungut biaya', 'tanpa biaya', 'Nihil'])(
  '%s means that nothing is paid',
  (fee) => {
    expect(isFree(fee)).toBe(true);
  },
);

test.each([
  'Rp10.000',
  'Gratis bagi peserta JKN',
  '0,5 % dari nilai',
  'Rp 05.000',
  'tanpa biaya antar Rp5.000',
])('%s is not passed off as free', (fee) => {
  expect(isFree(fee)).toBe(false);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTicket, newTicket, readTicket } from './ticket.ts';

const randoms = fc.uint8Array({ minLength: 6, maxLength: 6 });

test('a ticket has the prefix and six readable characters', () => {
  expect(newTicket('SLT', (n) => new Uint8Array(n).fill(31))).toBe('SLT-ZZZZZZ');
  expect(newTicket('SLT', () => Uint8Array.of(7, 20, 36, 22, 55, 2))).toBe('SLT-7M4PQ2');
});

test('every random code makes a ticket that can be read back however it is typed', () => {
  fc.assert(
    fc.property(randoms, fc.constantFrom('SLT', 'SWL', 'PMS', 'LBG'), (bytes, prefix) => {
      const ticket = newTicket(prefix, () => bytes);
      const code = ticket.slice(4);
      expect(isTicket(ticket)).toBe(true);
      const sloppy = ticket.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
      for (const typed of [ticket, ticket.toLowerCase(), `${prefix}${code}`, `${prefix} ${code}`, sloppy]) {
        expect(readTicket(`cek ${typed} dong`, prefix)).toBe(ticket);
      }
    }),
  );
});

test('a prefix that is not two to five capital letters is refused', () => {
  for (const prefix of ['', 'S', 'slt', 'SALATIGA', 'S1']) {
    expect(() => newTicket(prefix, (n) => new Uint8Array(n))).toThrow(RangeError);
  }
});

describe('a ticket in a text', () => {
  test.each([
    ['SLT-7K4PQ2', 'SLT-7K4PQ2'],
    ['slt7k4pq2', 'SLT-7K4PQ2'],
    ['Gimana kabar slt 7k4 pq2?', 'SLT-7K4PQ2'],
    ['nomor SLT – 7K4PQ2.', 'SLT-7K4PQ2'],
    ['SLT-OIL4PQ', 'SLT-0114PQ'],
    ['s1t-7k4pq2', 'SLT-7K4PQ2'],
    ['/cek SLT-7K4PQ2', 'SLT-7K4PQ2'],
    ['SLT-7K4PQ23', undefined],
    ['SLT-7K4PQ', undefined],
    ['SLT-7K4PQU', undefined],
    ['XSLT-7K4PQ2', undefined],
    ['lapor sampah', undefined],
    ['slt ada dia', undefined],
    ['PMS-7K4PQ2', undefined],
  ])('"%s" is %s', (text, ticket) => {
    expect(readTicket(text, 'SLT')).toBe(ticket);
  });

  test.each([
    ['laporan swl-7k4pq2 bagaimana?', 'SWL-7K4PQ2'],
    ['PMS-ABCDEF', 'PMS-ABCDEF'],
    ['lampu-jalanx', undefined],
    ['non-formal', undefined],
    ['lapor sampah', undefined],
    ['SLT 7K4PQ2', undefined],
  ])('without knowing the prefix, "%s" is %s', (text, ticket) => {
    expect(readTicket(text)).toBe(ticket);
  });
});

test.each(['SLT-7K4PQI', 'SLT-7K4PQU', 'slt-7k4pq2', 'SLT7K4PQ2', 'ABCDEF-7K4PQ2', 'SLT-7K4PQ2\n'])(
  '%j is not a ticket as we print it',
  (text) => {
    expect(isTicket(text)).toBe(false);
  },
);

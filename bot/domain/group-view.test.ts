import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ForGroup, groupView, topicName } from './group-view.ts';
import type { MaskWords } from './masking.ts';

const mask: MaskWords = {
  email: '[surel]',
  nip: '[NIP]',
  nik: '[NIK]',
  phone: '[nomor telepon]',
  account: '[nomor rekening]',
  plate: '[plat nomor]',
};

const biasa: ForGroup = {
  ticket: 'SLT-7K4PQ2',
  category: 'Lampu Jalan (PJU)',
  received: '2026-11-18',
  link: 'https://sapa.example/lacak/SLT-7K4PQ2',
  sensitive: 'none',
  confidential: false,
  words: 'Lampu mati tiga hari di depan pasar',
};

describe('in an office’s group stands', () => {
  test('of a report that everybody may read: category, day, number, link and what was said', () => {
    expect(groupView(biasa, mask)).toEqual({
      ticket: 'SLT-7K4PQ2',
      category: 'Lampu Jalan (PJU)',
      received: '2026-11-18',
      link: 'https://sapa.example/lacak/SLT-7K4PQ2',
      words: 'Lampu mati tiga hari di depan pasar',
    });
  });

  test('no number of a person who wrote one into the report', () => {
    const words = 'Lampu mati, hubungi saya di 0812 0000 7001';
    expect(groupView({ ...biasa, words }, mask)?.words).toBe('Lampu mati, hubungi saya di [nomor telepon]');
  });

  test('of a Tertutup one the same without a word of it', () => {
    const { words: _, ...rest } = groupView(biasa, mask) ?? { words: '' };
    expect(groupView({ ...biasa, confidential: true }, mask)).toEqual(rest);
  });

  test.each(['inspektorat', 'restricted'] as const)('nothing of a sensitive one (%s)', (sensitive) => {
    expect(groupView({ ...biasa, sensitive }, mask)).toBeUndefined();
    expect(groupView({ ...biasa, sensitive, confidential: true }, mask)).toBeUndefined();
  });

  test('nothing but what is named here, whatever else is known of the report', () => {
    const more = { ...biasa, name: 'Sri', phone: '+6281200007001', place: 'Jl. Contoh 5', photos: ['x'] };
    expect(Object.keys(groupView(more, mask) ?? {}).sort()).toEqual([
      'category',
      'link',
      'received',
      'ticket',
      'words',
    ]);
  });
});

describe('the name of a report’s topic', () => {
  test('is its number and category, and nothing the citizen said', () => {
    expect(topicName(biasa)).toBe('SLT-7K4PQ2 · Lampu Jalan (PJU)');
  });

  test('is never longer than Telegram takes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (category) => {
        const name = topicName({ ticket: 'SLT-7K4PQ2', category });
        expect(name.length).toBeLessThanOrEqual(128);
        expect(name.startsWith('SLT-7K4PQ2 · ')).toBe(true);
      }),
    );
  });
});

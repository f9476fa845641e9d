import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardParts } from './card-parts.ts';
import { noting } from './module-faults.ts';
import { limits, seen } from './module-limits.ts';

const parts = (texts: readonly string[]) => {
  const { faults, note } = noting();
  const cut = cardParts(
    'Judul',
    texts.map((text, at) => ({ text, line: at + 2 })),
    1,
    note,
  );
  return { cut, faults };
};

test('a short card is one message, its title strong at the head', () => {
  expect(parts(['Satu.', 'Dua.']).cut).toEqual(['*Judul*\nSatu.\n\nDua.']);
});

test('a longer one is cut between paragraphs, where whoever wrote it sees it', () => {
  const [one, two] = ['a '.repeat(150).trim(), 'b '.repeat(100).trim()];
  expect(parts([one, two]).cut).toEqual([`*Judul*\n${one}`, two]);
});

test('six lines are one message, seven are two', () => {
  expect(parts(['a\nb', 'c\nd']).cut).toHaveLength(1);
  expect(parts(['a\nb', 'c\nd\ne']).cut).toHaveLength(2);
});

test('a card without a fault has only messages that leave room for their count, and loses no word', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{1,9}( [a-z]{1,9}){0,90}$/), { minLength: 1, maxLength: 9 }),
      (texts) => {
        const { cut, faults } = parts(texts);
        expect(cut.join(' ').split(/\s+/)).toEqual(['*Judul*', ...texts.join(' ').split(' ')]);
        if (faults.length > 0) return;
        expect(cut.filter((part) => seen(part) > limits.message - limits.counter)).toEqual([]);
        expect(seen(cut.join('\n\n'))).toBeLessThanOrEqual(limits.card);
      },
    ),
  );
});

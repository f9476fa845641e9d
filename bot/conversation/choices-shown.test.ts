import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { translate } from '../i18n/translate.ts';
import type { Capabilities } from './capabilities.ts';
import { pageOf } from './choices-shown.ts';
import { fit as asShown } from './fit.ts';
import { literal, type Reply } from './reply.ts';
import { capabilitySets } from './testing/capability-sets.ts';

const speak = (text: Parameters<typeof translate>[1]) => translate('id', text);
const set = (name: string) => capabilitySets[name] as Capabilities;
const choices = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: `x7f2:topic:c${i + 1}`,
    label: literal(`Pilihan ${i + 1}`),
  }));

describe('pages of choices', () => {
  test.each([
    [10, 0, 10, 'c1 to c10', ''],
    [11, 0, 10, 'c1 to c9', '~1'],
    [11, 1, 10, 'c10 to c11', '~0'],
    [30, 1, 10, 'c10 to c18', '~0 ~2'],
    [30, 99, 10, 'c28 to c30', '~2'],
    [30, -5, 10, 'c1 to c9', '~1'],
    [4, 0, 3, 'c1 to c2', '~1'],
    [0, 0, 3, '', ''],
  ])(
    'of %i choices page %i at %i a page shows %s and steps to "%s"',
    (count, page, perPage, shown, steps) => {
      const found = pageOf(choices(count), page, perPage);
      const ids = found.choices.map(({ id }) => id.replace('x7f2:topic:', ''));
      expect(ids.length > 0 ? `${ids[0]} to ${ids.at(-1)}` : '').toBe(shown);
      expect(found.steps.map(({ id }) => id)).toEqual(
        steps
          .split(' ')
          .filter(Boolean)
          .map((step) => `x7f2:topic:${step}`),
      );
    },
  );

  test('together hold every choice once, whatever the page size', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 2, max: 12 }), (count, perPage) => {
        const all = choices(count);
        const shown: string[] = [];
        for (let page = 0, more = true; more; page++) {
          const { choices: some, steps, first } = pageOf(all, page, perPage);
          expect(first).toBe(shown.length);
          shown.push(...some.map(({ id }) => id));
          more = steps.some(({ id }) => id.endsWith(`~${page + 1}`));
        }
        expect(shown).toEqual(all.map(({ id }) => id));
      }),
    );
  });
});

describe('choices on WhatsApp', () => {
  const cloud = set('three buttons or a list of ten');
  const asked = (labels: readonly string[], text = 'Yang mana?', page = 0) =>
    asShown(
      {
        text: literal(text),
        choices: labels.map((label, i) => ({ id: `x7f2:q:${i}`, label: literal(label) })),
        page,
      },
      cloud,
      speak,
    );

  test('up to three short ones are buttons', () => {
    const { rows, list } = asked(['Kirim', 'Ubah', 'Batal']);
    expect([rows.flat().length, list]).toEqual([3, undefined]);
  });

  test.each([
    ['a fourth one', ['satu', 'dua', 'tiga', 'empat'], 'Yang mana?'],
    ['a label over 20 characters', ['Kekerasan & Perundungan'], 'Yang mana?'],
    ['two labels alike', ['Jalan', 'Jalan'], 'Yang mana?'],
    ['a text over 1,024 characters', ['Kirim'], 'x'.repeat(1025)],
  ])('%s makes them a list', (_, labels, text) => {
    const { rows, list } = asked(labels, text);
    expect([rows, list?.open, list?.rows.length]).toEqual([[], 'Lihat pilihan', labels.length]);
  });

  test('what was understood counts as text above the buttons', () => {
    const reply: Reply = {
      text: literal('x'.repeat(1000)),
      note: literal('y'.repeat(30)),
      choices: choices(2),
    };
    expect(asShown(reply, cloud, speak).list?.rows).toHaveLength(2);
  });

  test('a long label begins in the title and stands whole in the description', () => {
    expect(asked(['Kekerasan terhadap perempuan dan anak', 'b', 'c', 'd']).list?.rows[0]).toEqual({
      id: 'x7f2:q:0',
      title: 'Kekerasan terhadap…',
      description: 'Kekerasan terhadap perempuan dan anak',
    });
  });

  test('a label no list can hold makes them numbered lines', () => {
    const { rows, list, texts } = asked(['z'.repeat(73), 'pendek']);
    expect([rows, list]).toEqual([[], undefined]);
    expect(texts[0]).toMatch(/\n1\. z+\n2\. pendek$/);
  });

  test('more than ten are nine and a way to the others, which from the last page leads to the first', () => {
    const labels = Array.from({ length: 12 }, (_, i) => `pilihan ${i + 1}`);
    expect(asked(labels).list?.rows.at(-1)).toEqual({ id: 'x7f2:q:~1', title: 'Lainnya' });
    expect(asked(labels, '?', 1).list?.rows.map(({ id }) => id)).toEqual([
      'x7f2:q:9',
      'x7f2:q:10',
      'x7f2:q:11',
      'x7f2:q:~0',
    ]);
  });
});

describe('sentences to choose from', () => {
  const ask = (labels: readonly string[], name: string) =>
    asShown(
      {
        text: literal('Apa yang dilakukan?'),
        choices: [...labels, 'Berhenti'].map((label, i) => ({ id: `go:x:${i}`, label: literal(label) })),
        spelled: labels.length,
      },
      set(name),
      speak,
    );
  const sentences = ['Menghampiri dan menawarkan kursi di dekat loket', 'Menunggu'];

  test('stand in the text where a button would cut them, and the buttons carry their numbers', () => {
    const { texts, rows } = ask(sentences, 'telegram');
    expect(texts).toEqual([`Apa yang dilakukan?\n\n1. ${sentences[0]}\n2. ${sentences[1]}`]);
    expect(rows).toEqual([
      [
        { id: 'go:x:0', label: '1' },
        { id: 'go:x:1', label: '2' },
      ],
      [{ id: 'go:x:2', label: 'Berhenti' }],
    ]);
  });

  test('stay on their buttons where all are short, and in a list where there is one', () => {
    expect(ask(['Kursi', 'Nomor'], 'telegram').texts).toEqual(['Apa yang dilakukan?']);
    const { texts, list } = ask(sentences, 'three buttons or a list of ten');
    expect(texts).toEqual(['Apa yang dilakukan?']);
    expect(list?.rows[0]).toMatchObject({ id: 'go:x:0', description: sentences[0] });
  });
});

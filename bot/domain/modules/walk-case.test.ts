import { describe, expect, test } from 'vitest';
import type { Case } from './module.ts';
import { walkCase, waysThrough } from './walk-case.ts';

const lamp: Pick<Case, 'scenes'> = {
  scenes: [
    {
      name: 'awal',
      text: 'Lampu mati.',
      choices: [
        { label: 'Menjawab', consequence: 'Warga menunggu.', next: 'kamis' },
        { label: 'Diam', consequence: 'Warga kesal.', next: 'ditagih' },
      ],
    },
    {
      name: 'ditagih',
      text: 'Kok belum?',
      choices: [
        { label: 'Minta maaf', consequence: 'Ia mau menunggu.', next: 'kamis' },
        { label: 'Diam lagi', consequence: 'Ia berhenti bertanya.', next: 'gelap' },
      ],
    },
    { name: 'kamis', text: 'Lampu menyala.', choices: [] },
    { name: 'gelap', text: 'Gang gelap.', choices: [] },
  ],
};

describe('a case that branches', () => {
  test.each([
    ['begins at its first scene', [], 'awal', undefined, false],
    ['shows what a choice led to', [1], 'ditagih', 'Warga kesal.', false],
    ['ends where no choice is left', [1, 0], 'kamis', 'Ia mau menunggu.', true],
    ['stays at its end whatever is chosen', [0, 1], 'kamis', 'Warga menunggu.', true],
    ['stays where it is when a choice is gone', [7], 'awal', undefined, false],
  ])('%s', (_, taken, name, consequence, ended) => {
    const walk = walkCase(lamp, taken);
    expect([walk.scene.name, walk.consequence, walk.ended]).toEqual([name, consequence, ended]);
  });

  test('has these ways through, and each ends', () => {
    expect(waysThrough(lamp)).toEqual([[0], [1, 0], [1, 1]]);
  });
});

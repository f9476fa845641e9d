import { expect, it } from 'vitest';
import { tiesOf } from './ties.ts';

const category = { category: 'pelaksana', candidates: ['Ayu', 'Bima', 'Citra', 'Dewi', 'Eka'] };
const ties = (...votes: number[]) => tiesOf(category, { category: 'pelaksana', votes });

it('names those with equally many votes, highest first, and never blank', () => {
  expect(ties(3, 7, 3, 7, 7, 3)).toEqual([
    { category: 'pelaksana', votes: 7, candidates: ['Bima', 'Dewi', 'Eka'] },
    { category: 'pelaksana', votes: 3, candidates: ['Ayu', 'Citra'] },
  ]);
  expect(ties(5, 4, 3, 2, 1, 5)).toEqual([]);
});

it('counts those whom nobody chose as even', () => {
  expect(ties(1, 0, 0, 2, 3, 0)).toEqual([
    { category: 'pelaksana', votes: 0, candidates: ['Bima', 'Citra'] },
  ]);
});

import { expect, test } from 'vitest';
import { progressIn } from './progress.ts';
import { readModule } from './read-module.ts';
import { goodModule } from './testing.ts';

const read = (file: string) => {
  const found = readModule(file, new Map([['loket.png', 1]]));
  if ('faults' in found) throw new Error('the good module is none');
  return found.module;
};

test('who comes back after three days goes on at the first step that is not done', () => {
  const learnt = read(goodModule);
  expect(progressIn(learnt, new Set())).toMatchObject({ next: { id: 'sapaan-pertama' }, done: 0, of: 3 });
  expect(progressIn(learnt, new Set(['sapaan-pertama']))).toMatchObject({
    next: { kind: 'question' },
    done: 1,
  });
  expect(progressIn(learnt, new Set(learnt.steps.map(({ id }) => id)))).toMatchObject({
    next: undefined,
    done: 3,
  });
});

test('a card that was added meanwhile is shown, one that was taken away counts for nothing', () => {
  const done = new Set(['sapaan-pertama', 'apa-kata-pertama', 'kartu-lama']);
  const grown = read(goodModule.replace('# Soal', '# Kartu: Baru\n\nIsi baru.\n\n# Soal'));
  expect(progressIn(grown, done)).toMatchObject({ next: { id: 'baru' }, done: 2, of: 4 });
});

import { describe, expect, test } from 'vitest';
import type { Reads } from '../reads.ts';
import { lookUp } from './facts.ts';
import { fact, form } from './form.ts';
import { testCity } from './testing/city.ts';
import { townReads } from './testing/reads.ts';
import { momentOfTurn, newcomer } from './testing/stage.ts';

type Answers = { detail: string; place: string };
type Facts = { suggested: string[]; regions: string[] };

const moment = { ...momentOfTurn(newcomer()), city: testCity };

const asking = form<Answers, Facts>({
  id: 'asking',
  facts: {
    suggested: fact<Answers, string[], string>({
      of: ({ detail }) => detail,
      read: (reads, detail) => reads.suggestCategories(detail),
    }),
    regions: fact<Answers, string[], { words: string }>({
      of: ({ place }) => (place === undefined ? undefined : { words: place.toLowerCase() }),
      read: (reads, { words }) => reads.regionsLike(words),
    }),
  },
  questions: () => ({}),
  finish: () => ({ say: [] }),
});

/** The town's answers, and what was asked of it. */
const listening = () => {
  const asked: string[] = [];
  const reads: Reads = {
    ...townReads,
    suggestCategories: (words) => {
      asked.push(`suggest ${words}`);
      return townReads.suggestCategories(words);
    },
    regionsLike: (words) => {
      asked.push(`regions ${words}`);
      return townReads.regionsLike(words);
    },
  };
  return { asked, reads };
};

const talk = (answers: Partial<Answers>, facts: Partial<Facts> = {}) => ({
  form: 'asking',
  tag: 'x7f2',
  answers,
  facts,
});

describe('what a conversation looks up', () => {
  test.each<[string, Partial<Answers>, Partial<Answers>, Partial<Facts>, string[]]>([
    ['is read once its answer is there', {}, { detail: 'lampu' }, {}, ['suggest lampu']],
    ['is not read before', {}, {}, {}, []],
    [
      'is not read again for the same answer',
      { detail: 'lampu' },
      { detail: 'lampu' },
      { suggested: [] },
      [],
    ],
    [
      'is read again for another',
      { detail: 'lampu' },
      { detail: 'jalan' },
      { suggested: [] },
      ['suggest jalan'],
    ],
    ['is read again where it is missing', { detail: 'lampu' }, { detail: 'lampu' }, {}, ['suggest lampu']],
    [
      'is judged by its input, not by the answer',
      { place: 'Pasar' },
      { place: 'PASAR' },
      { regions: [] },
      [],
    ],
    [
      'is read for each fact that changed only',
      { detail: 'lampu' },
      { detail: 'lampu', place: 'pasar' },
      { suggested: [] },
      ['regions pasar'],
    ],
    ['is read side by side', {}, { detail: 'lampu', place: 'pasar' }, {}, ['suggest lampu', 'regions pasar']],
  ])('%s', async (_, before, now, facts, wanted) => {
    const { asked, reads } = listening();
    await lookUp(asking, before, talk(now, facts), moment, reads);
    expect(asked).toEqual(wanted);
  });

  test('goes when its answer goes', async () => {
    const { reads } = listening();
    const known = await lookUp(
      asking,
      { detail: 'lampu' },
      talk({}, { suggested: ['lampu_jalan'] }),
      moment,
      reads,
    );
    expect(known.facts).toEqual({});
  });
});

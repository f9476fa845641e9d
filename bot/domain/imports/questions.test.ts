import { describe, expect, test } from 'vitest';
import { readQuestions } from './questions.ts';
import { sheet, told } from './testing.ts';

const known = { units: new Set(['dukcapil']), today: '2026-11-22' } as const;
const header = 'code|question|answer|unit_code|keywords|checked_on|active';
const questions = (text: string, columns = header) => readQuestions(sheet(`${columns}\n${text}`), known);

describe('checked questions', () => {
  test('are read with their words, office and day', () => {
    expect(questions('calo|Ada calo?|Tolak saja.|dukcapil|Pungli¦calo, calo|2026-11-12|ya').records).toEqual([
      {
        code: 'calo',
        question: 'Ada calo?',
        answer: 'Tolak saja.',
        unit_code: 'dukcapil',
        keywords: ['pungli', 'calo'],
        checked_on: '2026-11-12',
        active: true,
      },
    ]);
  });

  test('may be of the whole city, without further words, and checked just now', () => {
    expect(questions('calo|Ada calo?|Tolak saja.||||').records).toMatchObject([
      { unit_code: null, keywords: [], checked_on: null, active: true },
    ]);
    expect(questions('calo|Ada calo?|Tolak saja.', 'code|question|answer').records).toEqual([
      { code: 'calo', question: 'Ada calo?', answer: 'Tolak saja.' },
    ]);
  });

  test.each([
    ['calo|Ada calo?|Tolak.|nowhere|||', '2 unit_code unit'],
    ['ca lo|Ada calo?|Tolak.||||', '2 code code'],
    ['calo||Tolak.||||', '2 question missing'],
    ['calo|Ada calo?|||||', '2 answer missing'],
    [`calo|${'x'.repeat(121)}|Tolak.||||`, '2 question long'],
    [`calo|Ada calo?|${'x'.repeat(601)}||||`, '2 answer long'],
    ['calo|Ada calo?|Tolak.|||12/11/2026|', '2 checked_on date'],
    ['calo|Ada calo?|Tolak.|||2026-11-23|', '2 checked_on future'],
    ['calo|Ada calo?|Tolak.||||mungkin', '2 active yes-no'],
    ['calo|Ada calo?|Tolak.||||\ncalo|Lain?|Lain.||||', '3 code twice'],
  ])('%j', (text, fault) => {
    expect(told(questions(text))).toEqual([fault]);
  });
});

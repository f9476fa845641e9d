import { describe, expect, test } from 'vitest';
import { aspectsIn } from '../../../bot/domain/aspect.ts';
import { readQuestions } from '../../../bot/domain/imports/questions.ts';
import { cities, cityNames } from '../cities.ts';
import { agencyRow } from '../city-rows.ts';
import { questionRows } from './question-rows.ts';

describe.each(cityNames)('the checked questions of the demo in %s', (city) => {
  const { offices } = cities[city];
  const rows = questionRows(agencyRow(cities[city]), offices, '2026-11-22');

  test('are 25 to 40, each of its own, of the city or of an office that is there', () => {
    expect(rows.length).toBeGreaterThanOrEqual(25);
    expect(rows.length).toBeLessThanOrEqual(40);
    for (const key of ['code', 'question', 'answer'] as const)
      expect(new Set(rows.map((row) => row[key])).size).toBe(rows.length);
    const known = new Set([null, ...offices.map(({ code }) => code)]);
    expect(rows.filter(({ unitCode }) => !known.has(unitCode ?? null))).toEqual([]);
    expect(rows.filter(({ unitCode }) => unitCode).length).toBeGreaterThanOrEqual(10);
  });

  test('are filled from the city, short, and checked not long ago', () => {
    const said = rows.map(({ question, answer }) => `${question} ${answer}`);
    expect(said.filter((text) => /[{}]|null|undefined/.test(text))).toEqual([]);
    expect(rows.filter(({ answer }) => answer.length > 320)).toEqual([]);
    expect(rows.filter(({ question }) => question.length > 80)).toEqual([]);
    expect(rows.filter(({ checkedOn }) => checkedOn < '2026-10-25' || checkedOn > '2026-11-20')).toEqual([]);
  });

  test('speak as the house speaks, and name no law', () => {
    const unkind =
      /\b(anda|disposisi|opd|eskalasi|sla|input|submit|tindak ?lanjut|kakak|pasal|undang|UU|PP)\b/i;
    expect(rows.filter(({ question, answer }) => unkind.test(`${question} ${answer}`))).toEqual([]);
  });

  test('could stand in the file of an import, whose rules they keep', () => {
    const header = 'code question answer unit_code keywords checked_on'.split(' ');
    const sheet = rows.map((one) => [
      one.code,
      one.question,
      one.answer,
      one.unitCode ?? '',
      one.keywords?.join('|') ?? '',
      one.checkedOn,
    ]);
    const units = new Set(offices.map(({ code }) => code));
    const found = readQuestions([header, ...sheet], { units, today: '2026-11-22' });
    expect(found.faults).toEqual([]);
    expect(found.records).toEqual(
      rows.map(({ unitCode, checkedOn, ...one }) => ({ ...one, unit_code: unitCode, checked_on: checkedOn })),
    );
  });

  test('ask something that can be looked for', () => {
    expect(rows.filter(({ question }) => aspectsIn(question).of.length === 0)).toEqual([]);
  });
});

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { berakhlak } from '../award/berakhlak.ts';
import type { Module } from './module.ts';
import { limits, seen } from './module-limits.ts';
import { neededRight, questionsOf } from './quiz.ts';
import { readModule } from './read-module.ts';
import { readingSeconds } from './reading-time.ts';
import { holdsTeamCases, readTeamCases } from './team-case.ts';
import { waysThrough } from './walk-case.ts';

const folder = new URL('../../../db/seed/data/modules/', import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));

const beside = new Map(
  readdirSync(folder).map((name) => [name, statSync(new URL(name, folder)).size] as const),
);

const moduleIn = (text: string): Module => {
  const read = readModule(text, beside);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.module;
};
const modules = files
  .filter(({ text }) => !holdsTeamCases(text))
  .map(({ name, text }) => ({ name, text, module: moduleIn(text) }));

test('five modules are shipped, each under its own code', () => {
  expect(modules.map(({ module }) => module.code)).toEqual([
    'aman-informasi',
    'bahasa-terang',
    'berakhlak',
    'membaca-survei',
    'menjawab-warga',
  ]);
  expect(modules.map(({ name, module }) => name === `${module.code}.md`)).not.toContain(false);
});

describe.each(modules)('$name', ({ text, module }) => {
  test('takes less than ten minutes, at 130 words a minute and 20 seconds a question', () => {
    const seconds = readingSeconds(module.steps);
    expect(seconds).toBeLessThanOrEqual(600);
    expect(seconds).toBeGreaterThan(240);
    expect(module.minutes).toBeLessThan(10);
  });

  test('has six to nine cards, five questions and a case, and gives no hours before it is approved', () => {
    const count = (kind: string) => module.steps.filter((step) => step.kind === kind).length;
    expect(count('card')).toBeGreaterThanOrEqual(6);
    expect(count('card')).toBeLessThanOrEqual(9);
    expect([count('question'), count('case')]).toEqual([5, 1]);
    expect([module.jp, module.decree]).toEqual([0, null]);
    expect(neededRight(module)).toBe(4);
  });

  test('has a picture of its own, small enough for a slow network, and says what it shows', () => {
    const pictures = module.steps.flatMap((step) => (step.kind === 'card' && step.picture) || []);
    expect(pictures.length).toBeGreaterThan(0);
    for (const { file, alt } of pictures) {
      expect(beside.get(file)).toBeLessThanOrEqual(60_000);
      expect(alt.length, alt).toBeGreaterThan(40);
    }
  });

  test('has its right answers at every place', () => {
    expect(new Set(questionsOf(module).map(({ right }) => right))).toEqual(new Set([0, 1, 2]));
  });

  test('lets nobody guess the right answer by its length', () => {
    const longest = questionsOf(module).filter(
      ({ choices, right }) => (choices[right]?.length ?? 0) === Math.max(...choices.map((c) => c.length)),
    );
    expect(longest.length).toBeLessThan(5);
  });

  test('has a case with at least three ways, good ends and bad', () => {
    const [one] = module.steps.filter((step) => step.kind === 'case');
    const ways = one ? waysThrough(one) : [];
    expect(ways.length).toBeGreaterThanOrEqual(3);
    expect(one?.scenes.filter(({ choices }) => choices.length === 0).length).toBeGreaterThanOrEqual(2);
  });

  test('shows every message on a phone at once', () => {
    const messages = module.steps.flatMap((step) => {
      if (step.kind === 'card') return step.parts;
      if (step.kind === 'question') return [step.ask, step.whyRight, step.whyWrong];
      return step.scenes.flatMap(({ text, choices }) => [text, ...choices.map((c) => c.consequence)]);
    });
    expect(messages.filter((message) => seen(message) > limits.message)).toEqual([]);
    expect(messages.filter((message) => message.split('\n').length > limits.lines)).toEqual([]);
  });

  test('speaks as a person does: no words of the office but to show them, no "Anda", no emoji', () => {
    const own = text.replace(/"[^"]*"/g, '');
    expect(own.match(/\b(disposisi|opd|eskalasi|sla|submit|anda|input|invalid|gagal)\b/gi)).toBeNull();
    expect(text.match(/\p{Extended_Pictographic}/gu)).toBeNull();
  });
});

test('twelve weekly cases, every value among them, each fit for a group', () => {
  const read = readTeamCases(files.find(({ name }) => name === 'kasus-mingguan.md')?.text ?? '');
  const cases = 'cases' in read ? read.cases : [];
  expect(cases).toHaveLength(12);
  expect(new Set(cases.map(({ value }) => value))).toEqual(new Set(berakhlak));
  for (const { title, text, choices, discuss } of cases) {
    const shown = [title, text, ...choices.map(({ label }) => label), discuss].join('\n');
    expect(seen(shown), title).toBeLessThanOrEqual(limits.message);
    expect(discuss).toMatch(/\?$/);
  }
});

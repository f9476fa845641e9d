import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { linkStaff, openOffice } from '../../../../api/testing/staff.ts';
import type { SeenMessage } from '../../../conversation/transcript.ts';
import type { Module } from '../../../domain/modules/module.ts';
import { questionsOf } from '../../../domain/modules/quiz.ts';
import { certificatesOf } from './testing/plant-module.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
});
afterAll(() => house.close());

/** More taps than any way through a module takes. */
const tapsMost = 60;

const isOver = (said: readonly SeenMessage[]): boolean =>
  said.some(({ text }) => text.includes('Selamat, Bapak/Ibu lulus!'));

test('every shipped module is walked to its certificate, tap by tap, in the order of the path', async () => {
  const Sri = await linkStaff(house, { name: 'Sri', roles: [] });
  const modules = (
    await house.hall.database.sql<{ content: Module }[]>`
    select content from learning_module where withdrawn_at is null`
  ).map(({ content }) => content);
  expect(modules.length).toBeGreaterThanOrEqual(5);
  const rights = new Map(
    modules.flatMap((module) =>
      questionsOf(module).map(({ ask, choices, right }) => [ask, choices[right] ?? '']),
    ),
  );
  const walked: string[] = [];
  const answerTo = (said: readonly SeenMessage[]): string => {
    const { text, buttons } = said.at(-1) ?? { text: '', buttons: [] };
    if (buttons.includes('Lanjut') || /^\d+\. Lanjut$/m.test(text)) return 'Lanjut';
    const asked = [...rights].find(([ask]) => text.includes(ask.replace(/[*`]/g, '')));
    return asked?.[1].replace(/[*`]/g, '') ?? '1';
  };
  for (const _ of modules) {
    await Sri.type('/belajar');
    await Sri.seen();
    await Sri.type('Mulai');
    let said = await Sri.seen();
    let taps = 0;
    while (!isOver(said) && taps < tapsMost) {
      expect(said.length, `nothing was said after ${walked.at(-1)}`).toBeGreaterThan(0);
      const answer = answerTo(said);
      walked.push(answer);
      await Sri.type(answer);
      said = await Sri.seen();
      taps += 1;
    }
    expect(isOver(said), said.map(({ text }) => text).join('\n')).toBe(true);
    if (!said.at(-1)?.buttons.includes('Baca lagi')) expect(said.at(-1)?.text).toContain('Baca lagi');
  }
  expect(await certificatesOf(house, 'Sri')).toHaveLength(modules.length);
  await Sri.type('/belajar');
  expect((await Sri.seen()).map(({ text }) => text).join('\n')).toContain(
    'Semua modul untuk Bapak/Ibu sudah lulus.',
  );
});

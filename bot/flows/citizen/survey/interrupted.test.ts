import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobsOf } from '../../../../api/jobs.ts';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { onlyOn } from '../../../../api/testing/renderings/rendering.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import { at, openServices } from '../survey-thread/testing/rated-low.ts';
import { begunBy, formsIn, nineLines, toTheEnd } from './testing/forms-in.ts';

let house: TestHall;
const play = (script: string, who = house.actor()) => playTranscript(script, who);
const begun = (answered: number) => begunBy(house.actor(), answered);
const counted = async () => (await formsIn(house)).length;

beforeAll(async () => {
  house = await openTestHall();
  await at(house, 23, 10);
  await openServices(house);
});
afterAll(() => house.close());

describe('somebody who is interrupted comes back to the question that stands open', () => {
  const ways: readonly ((nth: number) => string)[] = [
    () => '> menu\n…\n> [Lanjutkan yang tadi]\nKita lanjutkan yang tadi.',
    () => '> /layanan sktm\nSurat keterangan tidak mampu (SKTM)\n…',
    () => '> NILAI DUK-2\nKita lanjutkan yang tadi.',
  ];
  const back = (nth: number) => `${nth} dari 9. ${nineLines[nth - 1]}\n…`;

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('at question %i', async (nth) => {
    const before = await counted();
    const sri = await begun(nth - 1);
    for (const way of ways) {
      const anew = nth === 1;
      const script = way(nth);
      if (anew && script.includes('Kita lanjutkan')) continue;
      const answer = anew ? '' : `\n${back(nth)}`;
      await play(`${script}${answer}`, sri);
    }
    if (nth === 1) await play('> NILAI DUK-2\n…\n> [Mulai]\n1 dari 9. …\n…', sri);
    await toTheEnd(sri, 10 - nth);
    expect(await counted()).toBe(before + 1);
    expect(Object.values((await formsIn(house)).at(-1)?.answers ?? {})).toEqual(Array(9).fill(3));
  });

  test('by a report, which goes first; the draft has a name and no person', async () => {
    const sri = await begun(4);
    await play(
      `
      > /lapor
      Silakan ceritakan…
      …
      > batal
      Baik, sudah dibatalkan.
      5 dari 9. …
      …
    `,
      sri,
    );
  });

  onlyOn(
    'telegram',
    'whatsapp-cloud',
    'whatsapp-linked',
  )('by a day of silence, of which it is told once', async () => {
    const { clock, database } = house.hall;
    const sri = await begun(4);
    await clock.shift(25 * 3600);
    await house.hall.deliver();
    await jobsOf(house.hall, async () => 0)
      .find(({ name }) => name === 'nudge-drafts')
      ?.run();
    await house.hall.deliver();
    expect((await sri.seen()).map(({ text }) => text).join('\n')).toContain(
      'Ini belum terkirim: penilaian Loket 2 kantor dinas (contoh).',
    );
    await play('> [Lanjutkan yang tadi]\nKita lanjutkan yang tadi.\n5 dari 9. …\n…', sri);
    const kept = await database.sql`select count(*)::int as n from letter where not fleeting and bulk`;
    expect(kept[0]?.n).toBe(0);
    await toTheEnd(sri, 5);
  });
});

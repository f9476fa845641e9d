import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { onlyOn } from '../../../../api/testing/renderings/rendering.ts';
import { linkStaff } from '../../../../api/testing/staff.ts';
import { rateService } from '../../../../db/stores/rate-service.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import { at, openServices } from '../survey-thread/testing/rated-low.ts';
import { begunBy, formsIn, toTheEnd } from './testing/forms-in.ts';

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

describe('who has rated a service', () => {
  test('hears from when they may do so again, by every way in', async () => {
    const sri = await begun(0);
    await toTheEnd(sri, 9);
    const before = await counted();
    for (const way of ['NILAI DUK-2', '/nilai DUK-2', '/start u_DUK-2', 'u_duk-2', 'nilai ktp-ganti'])
      await play(
        `> ${way}\nTerima kasih, Loket 2 kantor dinas (contoh) sudah Bapak/Ibu nilai. Penilaian berikutnya boleh mulai Selasa, 1 Des.\n[Menu]`,
        sri,
      );
    await play('> NILAI DUK-1\nTerima kasih sudah memakai layanan KTP-el baru…\n…', sri);
    expect(await counted()).toBe(before);
  });

  test('and did so from elsewhere meanwhile, is told instead of being asked for ever', async () => {
    const sri = await begun(9);
    const { database, seal, city, clock, sessions } = house.hall;
    const { contact } = await sessions.open(sri.address, true);
    const form = { answers: { waktu: 2 as const }, respondent: {} };
    await database.sql.begin((tx) =>
      rateService(tx, seal, city(), contact, { do: 'skm.rate', service: 'ktp-ganti', form }, clock.now()),
    );
    const before = await counted();
    await play(
      '> lewati\nSatu lagi…\n…\n> lewati\nTerima kasih, Loket 2 kantor dinas (contoh) sudah Bapak/Ibu nilai. …\n…',
      sri,
    );
    expect(await counted()).toBe(before);
  });

  test('leaves no letter that stays', async () => {
    const { sql } = house.hall.database;
    const [kept] = await sql`select count(*)::int as n from letter where not fleeting and answer`;
    const sri = await begun(0);
    await toTheEnd(sri, 9);
    await play('> NILAI DUK-2\nTerima kasih, …\n…', sri);
    const [now] = await sql`select count(*)::int as n from letter where not fleeting and answer`;
    expect(now).toEqual(kept);
  });

  onlyOn('telegram', 'whatsapp-cloud')('changes nothing by old buttons and second taps', async () => {
    const sri = await begun(3);
    await sri.pressOld('1 dari 9', 'Tidak sesuai');
    const said = (await sri.seen()).map(({ text }) => text).join('\n');
    expect(said).toMatch(/Pilihan itu sudah lewat[\s\S]*4 dari 9/);
    await toTheEnd(sri, 6);
    const forms = await formsIn(house);
    expect(forms.at(-1)?.answers.persyaratan).toBe(3);
    await sri.pressOld('9 dari 9', 'Tidak ada');
    await sri.pressOld('Satu lagi', 'Lewati');
    expect(await formsIn(house)).toEqual(forms);
  });
});

test('nobody rates the office they work in', async () => {
  const rina = await linkStaff(house, { name: 'Rina Astuti', unit: 'disdukcapil' });
  await play(
    `
    > NILAI DUK-2
    Terima kasih sudah mau menilai. Loket 2 kantor dinas (contoh) adalah tempat Bapak/Ibu bekerja, jadi tidak kami hitung, supaya hasilnya tetap suara warga.
    [Menu]
    > NILAI PTSP-1
    Terima kasih sudah memakai layanan …
    …
    `,
    rina,
  );
});

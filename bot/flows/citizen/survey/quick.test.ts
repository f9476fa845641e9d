import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { linkStaff } from '../../../../api/testing/staff.ts';
import { urnPlace } from '../../../../db/stores/rate-service.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import { at, openServices } from '../survey-thread/testing/rated-low.ts';
import { toTheEnd } from './testing/forms-in.ts';

let house: TestHall;
const play = (script: string, who = house.actor()) => playTranscript(script, who);

beforeAll(async () => {
  house = await openTestHall();
  await at(house, 23, 10);
  await openServices(house);
});
afterAll(() => house.close());

const urn = async () => {
  const { database, seal } = house.hall;
  const rows = await database.sql<
    { id: string; kind: string; sealed: Uint8Array }[]
  >`select id, kind, sealed from skm_urn order by at`;
  return rows.map(({ id, kind, sealed }) => [kind, JSON.parse(seal.open('survey', urnPlace(id), sealed))]);
};

test('who will not answer nine answers one, which is kept apart, and may go on to the nine', async () => {
  const sri = house.actor();
  await play(
    `
    > NILAI DUK-1
    …
    [Mulai] [Satu pertanyaan saja] [Nanti saja]
    > [Satu pertanyaan saja]
    Secara umum, bagaimana pelayanan Loket 1 kantor dinas (contoh)?
    Satu pertanyaan, tanpa nama. Dicatat terpisah dari survei resmi.
    [Tidak baik] [Kurang baik] [Baik] [Sangat baik]
    > baik
    Terima kasih, jawabannya sudah kami terima. Ini terpisah dari nilai resmi, yang dihitung dari 9 pertanyaan.
    Kalau masih ada 2 menit, 9 pertanyaan itu sangat membantu.
    [Isi 9 pertanyaan] [Menu]
    `,
    sri,
  );
  expect(await urn()).toEqual([['quick', 3]]);
  await play(
    `
    > [Isi 9 pertanyaan]
    Terima kasih sudah memakai layanan KTP-el baru…
    …
    > [Satu pertanyaan saja]
    Terima kasih, untuk Loket 1 kantor dinas (contoh) sudah Bapak/Ibu jawab. Boleh lagi mulai Selasa, 1 Des.
    [Isi 9 pertanyaan] [Menu]
    > [Isi 9 pertanyaan]
    …
    > [Mulai]
    1 dari 9. …
    …
    `,
    sri,
  );
  await toTheEnd(sri, 9);
  expect((await urn()).map(([kind]) => kind)).toEqual(['quick', 'survey']);
});

test('who has answered the nine may answer the one, and is not asked for the nine again', async () => {
  const sri = house.actor();
  await play('> NILAI DUK-2\n…\n> [Mulai]\n1 dari 9. …\n…', sri);
  await toTheEnd(sri, 9);
  await sri.forge('go:skm-quick:ktp-ganti');
  await sri.seen();
  await play(
    '> 4\nTerima kasih, jawabannya sudah kami terima. Ini terpisah dari nilai resmi, yang dihitung dari 9 pertanyaan.\n[Menu]',
    sri,
  );
});

test('nobody rates the office they work in with one question either', async () => {
  const rina = await linkStaff(house, { name: 'Rina Astuti', unit: 'disdukcapil' });
  await play('> menu\n…', rina);
  await rina.forge('go:skm-quick:ktp-baru');
  expect((await rina.seen()).at(-1)?.text).toContain('tempat Bapak/Ibu bekerja');
});

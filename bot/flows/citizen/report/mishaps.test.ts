import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { playTranscript } from '../../../conversation/transcript.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

const play = (script: string) => playTranscript(script, house.actor());

const tickets = async (): Promise<number> => {
  const [row] = await house.hall.database.sql<{ n: number }[]>`select count(*)::int as n from report`;
  return row?.n ?? 0;
};

describe('a citizen who reports', () => {
  test('misunderstands twice, and the menu and a person are offered', async () => {
    await play(`
      > /lapor
      Silakan…
      > lampu jalan mati
      Sepertinya…
      > [Lampu Jalan (PJU)]
      Di mana…
      > lewati
      Baik, tempatnya nanti ditanyakan petugas.
      Ada fotonya?…
      > entahlah
      Maaf, kami belum paham…
      Ada fotonya?…
      [Lewati]
      > apa ya
      Maaf, kami belum paham…
      Ada fotonya?…
      [Lewati] [Menu] [Petugas]
      > [Petugas]
      Petugas Pemerintah Kota Salatiga bisa dihubungi di …
      Ada fotonya?…
    `);
  });

  test('presses an old button, and is told kindly where the talk stands', async () => {
    const sri = house.actor();
    const before = await tickets();
    await playTranscript('> lampu jalan mati di gang kami', sri);
    const old = sri.phone.last();
    await playTranscript('> [Lampu Jalan (PJU)]\n> lewati', sri);
    const data = old?.buttons[0]?.[0];
    sri.phone.press(data && 'data' in data ? data.data : '', { on: old?.id ?? 0, stale: true });
    const seen = (await sri.seen()).map(({ text }) => text).join('\n');
    expect(seen).toContain('Pilihan itu sudah lewat.');
    expect(seen).toContain('Ada fotonya?');
    expect(await tickets()).toBe(before);
  });

  test('presses Kirim twice, and has one ticket', async () => {
    const sri = house.actor();
    const before = await tickets();
    await playTranscript('> lampu jalan rusak di gang sebelah\n> 1\n> lewati\n> lewati\n> Biasa', sri);
    const card = sri.phone.last();
    sri.phone.press('Kirim');
    sri.phone.press('Kirim', { on: card?.id ?? 0, stale: true });
    await sri.seen();
    expect(await tickets()).toBe(before + 1);
  });

  test('sends an album, and gets one answer', async () => {
    const sri = house.actor();
    await playTranscript('> trotoar rusak berat\n> 1\n> lewati', sri);
    for (let i = 0; i < 3; i++) sri.phone.sendPhoto('sample', { album: 'a1' });
    await sri.seen();
    await new Promise((resolve) => setTimeout(resolve, 1_700));
    await house.hall.deliver();
    const seen = await sri.seen();
    expect(
      seen
        .map(({ text }) => text)
        .join('\n')
        .match(/Isi laporan boleh tampil/g),
    ).toHaveLength(1);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { onlyOn } from '../../../../api/testing/renderings/rendering.ts';
import { playTranscript } from '../../../conversation/transcript.ts';

/** Where nothing can be tapped, nothing is tapped twice. */
const withButtons = onlyOn('telegram', 'whatsapp-cloud');

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

  withButtons('presses an old button, and is told kindly where the talk stands', async () => {
    const sri = house.actor();
    const before = await tickets();
    await playTranscript('> lampu jalan mati di gang kami', sri);
    await playTranscript('> [Lampu Jalan (PJU)]\n> lewati', sri);
    await sri.pressOld('Sepertinya tentang', 'Lampu Jalan (PJU)');
    const seen = (await sri.seen()).map(({ text }) => text).join('\n');
    expect(seen).toContain('Pilihan itu sudah lewat.');
    expect(seen).toContain('Ada fotonya?');
    expect(await tickets()).toBe(before);
  });

  withButtons('presses Kirim twice, and has one ticket', async () => {
    const sri = house.actor();
    const before = await tickets();
    await playTranscript('> lampu jalan rusak di gang sebelah\n> 1\n> lewati\n> lewati\n> Biasa', sri);
    await Promise.all([sri.press('Kirim'), sri.pressOld('Sudah benar?', 'Kirim')]);
    await sri.seen();
    expect(await tickets()).toBe(before + 1);
  });

  onlyOn(
    'telegram',
    'whatsapp-cloud',
    'whatsapp-linked',
  )('sends an album, and gets one answer', async () => {
    const sri = house.actor();
    await playTranscript('> trotoar rusak berat\n> 1\n> lewati', sri);
    await sri.album(3);
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

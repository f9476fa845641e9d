import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playTranscript } from '../../bot/conversation/transcript.ts';
import { openTestHall, type TestHall } from '../testing/hall.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

describe('x', () => {
  test('y', async () => {
    const a = house.actor();
    const script = ['/lapor', 'lampu jalan mati depan smp 2', '[Lampu Jalan (PJU)]', '(location -7.3315,110.5125)', '[Lewati]', '[Biasa]', '[Kirim]', '/cek','menu', 'jalan di depan pasar berlubang besar sekali', '[Batal]'];
    for (const said of script) {
      let out = '';
      try { await playTranscript(`> ${said}\n[x]`, a); } catch (e) { out = String((e as Error).message).split('all that was seen:')[1] ?? String(e); }
      console.log(`>>> ${said}${out}`);
    }
    expect(house.log.lines).toEqual([]);
  });
});

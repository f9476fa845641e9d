import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, test } from 'vitest';
import { playTranscript } from '../../bot/conversation/transcript.ts';
import { openTestHall, type TestHall } from '../testing/hall.ts';
let house: TestHall;
beforeAll(async () => { house = await openTestHall(); });
afterAll(() => house.close());
test('y', async () => {
  for (const block of readFileSync('/tmp/scratch.txt', 'utf8').split('---')) {
    const a = house.actor();
    console.log('=========== new person');
    for (const said of block.split('\n').map((l) => l.trim()).filter(Boolean)) {
      if (said.startsWith('+')) { await house.hall.clock.shift(Number(said.slice(1)) * 3600); console.log('clock', said); continue; }
      let out = '';
      try { await playTranscript(`> ${said}\n[x]`, a); } catch (e) { out = String((e as Error).message).split('all that was seen:')[1] ?? String((e as Error).stack); }
      const toast = a.phone.callbackAnswer();
      console.log(`>>> ${said}${toast?.text ? `  (toast: ${toast.text})` : ''}${out}`);
    }
  }
  console.log(house.log.lines);
}, 120000);

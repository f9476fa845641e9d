import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTelegramEmulator, manualClock, postToHandler } from './index.ts';

const token = '100:uji';
const breath = () => new Promise((resolve) => setImmediate(resolve));

test('whatever fails in between, every message arrives, and each chat in the order it was written', async () => {
  const words = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 40 });
  const failures = fc.infiniteStream(fc.boolean());
  await fc.assert(
    fc.asyncProperty(words, failures, async (writers, fails) => {
      const clock = manualClock();
      const taken = new Map<number, string[]>();
      let failed = 0;
      const post = postToHandler(async (request) => {
        if (failed < 60 && fails.next().value) {
          failed++;
          return new Response(null, { status: 503 });
        }
        const { message } = (await request.json()) as { message: { chat: { id: number }; text: string } };
        taken.set(message.chat.id, [...(taken.get(message.chat.id) ?? []), message.text]);
        return new Response();
      });
      const emulator = createTelegramEmulator({ bots: [{ token }], post, clock });
      await emulator.call(token, 'setWebhook', { url: 'http://127.0.0.1:1/', max_connections: 3 });
      const written = new Map<number, string[]>();
      for (const [turn, id] of writers.entries()) {
        emulator.phone({ id, firstName: `P${id}` }).type(`kata ${turn}`);
        written.set(id, [...(written.get(id) ?? []), `kata ${turn}`]);
      }
      for (let i = 0; i < 300 && emulator.stats.delivered < writers.length; i++) {
        clock.advance(30_000);
        for (let turn = 0; turn < 10; turn++) await breath();
      }
      expect(taken).toEqual(written);
      await emulator.idle();
    }),
    { numRuns: 25 },
  );
});

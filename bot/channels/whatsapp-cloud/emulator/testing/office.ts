import { onTestFinished } from 'vitest';
import { manualClock } from '../../../emulator/clock.ts';
import type { Post } from '../../../emulator/post.ts';
import type { GraphOptions } from '../emulator-options.ts';
import { createGraphEmulator } from '../graph-emulator.ts';

export const number = {
  phoneNumberId: '1001',
  displayNumber: '62 298 700 1001',
  token: 'EAAuji',
  appSecret: 'rahasia',
  verifyToken: 'cocok',
};

/** A webhook value as far as the tests look at it. */
export type Value = {
  contacts?: Record<string, unknown>[];
  messages?: Record<string, unknown>[];
  statuses?: (Record<string, unknown> & { id: string; status: string })[];
};
export type Delivered = { entry: { id: string; changes: { value: Value; field: string }[] }[] };

/** An office that notes what it hears and says 200, with a clock that moves only when told. */
export function openOffice(options: Partial<GraphOptions> = {}, answer: Post = async () => ok) {
  const clock = manualClock();
  const delivered: Delivered[] = [];
  const post: Post = (url, body, headers) => {
    delivered.push(JSON.parse(body) as Delivered);
    return answer(url, body, headers);
  };
  const emulator = createGraphEmulator({ numbers: [number], clock, post, ...options });
  onTestFinished(() => emulator.close());
  void emulator.subscribe('http://bot.test/webhooks/whatsapp', { unasked: true });
  const values = (): Value[] =>
    delivered.flatMap(({ entry }) => entry.flatMap(({ changes }) => changes.map(({ value }) => value)));
  return {
    emulator,
    clock,
    delivered,
    values,
    messages: () => values().flatMap(({ messages = [] }) => messages),
    statuses: () => values().flatMap(({ statuses = [] }) => statuses),
    /** Lets seconds pass, and what was due in them happen. */
    async pass(seconds: number): Promise<void> {
      for (let turn = 0; turn < 20; turn++) {
        clock.advance((seconds * 1000) / 20);
        await breath();
      }
    },
  };
}

export const ok = { status: 200, body: '' };
export const breath = () => new Promise((resolve) => setImmediate(resolve));

export const words = (body: string, to: string = sri.waId) => ({
  messaging_product: 'whatsapp',
  to,
  type: 'text',
  text: { body },
});

export const sri = { name: 'Sri', waId: '6281200000501' };
export const budi = { name: 'Budi', waId: '6281200000502', userId: 'ID.20000000000000000502' };
export const tini = { name: 'Tini', userId: 'ID.20000000000000000503', username: 'tini.uji' };

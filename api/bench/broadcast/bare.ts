import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { beMeasured, type Measured } from '../be-measured.ts';
import type { Setting } from '../subject.ts';
import { firstReader, reminderText } from './readers.ts';

/**
 * The least that a broadcast can cost, as the yardstick: a token bucket and `node:http`, nothing read, kept, sealed or
 * counted. It obeys a 429 as everybody must, and would forget all when it is killed.
 */
const sendAll = async ({ apiRoot, token, speed = 1, letters = 0 }: Setting): Promise<Measured> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  const perMillisecond = (30 * speed) / 1000;
  const pace = 10;
  let silentUntil = 0;
  let left = letters;
  const open = Array.from({ length: letters }, (_, nth) => nth).reverse();

  const post = (body: string): Promise<{ ok: boolean; parameters?: { retry_after?: number } }> =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const sent = request(
        `${apiRoot}/bot${token}/sendMessage`,
        { method: 'POST', agent, headers },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8');
          answer.on('data', (part: string) => {
            text += part;
          });
          answer.on('end', () => resolve(JSON.parse(text)));
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });

  const send = async (nth: number): Promise<void> => {
    const reply_markup = {
      inline_keyboard: [
        [
          { text: 'Lihat pelatihan', callback_data: 'go:training:PP-01' },
          { text: 'Besok saja', callback_data: 'go:snooze:tomorrow' },
        ],
      ],
    };
    const body = { chat_id: firstReader + nth, text: reminderText(nth), parse_mode: 'HTML', reply_markup };
    const { ok, parameters } = await post(JSON.stringify(body));
    if (ok) left -= 1;
    else {
      silentUntil = Date.now() + ((parameters?.retry_after ?? 1) * 1000) / speed;
      open.push(nth);
    }
  };

  const run = async (): Promise<void> => {
    let saved = 0;
    let last = Date.now();
    while (left > 0) {
      await sleep(Math.max(pace, silentUntil - Date.now()));
      const now = Date.now();
      saved = Math.min(saved + (now - last) * perMillisecond, perMillisecond * 2 * pace);
      last = now;
      for (; saved >= 1 && open.length > 0; saved -= 1) {
        const nth = open.pop();
        if (nth !== undefined) void send(nth);
      }
    }
  };

  void run();
  return { webhook: '', tickets: '', stop: async () => agent.destroy() };
};

await beMeasured(sendAll);

import { describe, expect, test } from 'vitest';
import type { Wire } from './encode.ts';
import { createSend, failureOf, HeldBack, type LinkedSocket } from './send.ts';
import { sri } from './testing/events.ts';

const text: Wire = { jid: sri.lid, kind: 'text', text: 'rahasia' };
const photo: Wire = { jid: sri.lid, kind: 'photo', media: 'm1' };

const by = (sendMessage: LinkedSocket['sendMessage']) => createSend(() => ({ sendMessage }));
const boom = (statusCode: number) => Object.assign(new Error('rahasia'), { output: { statusCode } });

describe('sending by the linked device', () => {
  test('is done when the client has named the message', async () => {
    const sent: unknown[] = [];
    const send = by(async (...given) => {
      sent.push(given);
      return { key: { id: '3EB01' } };
    });
    expect(await send(text)).toEqual({ ok: true, id: '3EB01' });
    expect(sent).toEqual([[sri.lid, { text: 'rahasia', linkPreview: null }, {}]]);
  });

  test('waits while there is no connection, without a try being counted', async () => {
    expect(await createSend(() => undefined)(text)).toMatchObject({ ok: false, failure: 'throttled' });
  });

  test('waits as long as it is held back, without a try being counted', async () => {
    const send = by(() => Promise.reject(new HeldBack('paused', 7)));
    expect(await send(text)).toEqual({ ok: false, failure: 'throttled', retryAfter: 7, detail: 'paused' });
  });

  test('says which letter of ours a message is', async () => {
    const sent: unknown[] = [];
    const send = by(async (_, __, how) => {
      sent.push(how);
      return { key: { id: '3EB01' } };
    });
    await send({ ...text, letter: '12.3' });
    expect(sent).toEqual([{ letter: '12.3' }]);
  });

  test('is not known where the message got no name', async () => {
    expect(await by(async () => undefined)(text)).toMatchObject({ ok: false, failure: 'unknown' });
  });

  test.each([
    [401, 'misconfigured'],
    [403, 'misconfigured'],
    [404, 'unreachable'],
    [406, 'rejected'],
    [408, 'unknown'],
    [421, 'rejected'],
    [428, 'unknown'],
    [429, 'throttled'],
    [463, 'restricted'],
    [479, 'rejected'],
    [500, 'unknown'],
    [undefined, 'unknown'],
  ])('that fails with %s is %s', (status, failure) => {
    expect(failureOf(status)).toBe(failure);
  });

  test('tells of a fault without anybody’s words', async () => {
    for (const fault of [boom(428), new TypeError('rahasia'), 'rahasia']) {
      const sent = await by(() => Promise.reject(fault))(text);
      expect(sent).toMatchObject({ ok: false, failure: 'unknown' });
      expect(JSON.stringify(sent)).not.toContain('rahasia');
    }
  });

  test('a file that is not there is refused before anything goes out', async () => {
    const send = by(() => Promise.reject(new Error('went out')));
    expect(await send(photo)).toEqual({ ok: false, failure: 'rejected', detail: 'no file' });
  });
});

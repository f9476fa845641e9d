import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBucket, createPace, createPaces, longestPace, paces, telegramPace } from './pace.ts';

/** A clock that moves when told (milliseconds). */
const watch = (start = 1_795_000_000_000) => {
  let now = start;
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return { now: () => new Date(now), pass };
};

describe('a bucket', () => {
  test('gives its burst at once and then one at a time', () => {
    const { take } = createBucket(2, 3, watch());
    expect([take(), take(), take(), take(), take()]).toEqual([0, 0, 0, 500, 1000]);
  });

  test('fills again as time passes, and never beyond its burst', () => {
    const clock = watch();
    const { take } = createBucket(1, 2, clock);
    take();
    take();
    clock.pass(1000);
    expect(take()).toBe(0);
    clock.pass(3_600_000);
    expect([take(), take(), take()]).toEqual([0, 0, 1000]);
  });

  test('is not fooled by a clock that is set back', () => {
    const clock = watch();
    const { take } = createBucket(1, 1, clock);
    take();
    clock.pass(-60_000);
    expect(take()).toBe(1000);
  });
});

const to = { channel: 'telegram', account: '4242', id: '7001' } as const;

describe('letters to Telegram', () => {
  test('to one chat go three at once, then one a second', () => {
    const pace = createPace(telegramPace, watch());
    expect([1, 2, 3, 4, 5].map(() => pace(7001, false))).toEqual([0, 0, 0, 1000, 2000]);
    expect(pace(7002, false)).toBe(0);
  });

  test('to one group with all its topics go three at once, then one every three seconds', () => {
    const clock = watch();
    const pace = createPace(telegramPace, clock);
    const at = (id: string) => ({ ...to, id });
    const topics = ['-1001', '-1001/5', '-1001/6', '-1001/7', '-1001/8', '-1001/9'];
    const waits = topics.map((id, i) => Math.round(pace(i, false, at(id))));
    expect(waits).toEqual([0, 0, 0, 3000, 6000, 9000]);
    expect(Math.round(pace(20, false, at('-1001/10')))).toBe(12_000);
    expect(Math.round(pace(21, false, at('-1001/11')))).toBe(12_000);
    expect(pace(22, false, at('-1002'))).toBe(0);
    expect(pace(23, false, at('7001'))).toBe(0);
    clock.pass(9_000);
    expect(Math.round(pace(20, false, at('-1001/10')))).toBe(3000);
  });

  test('to all go thirty a second, and all of them may be unasked ones', () => {
    const clock = watch();
    const { lane } = createPace(telegramPace, clock);
    const at: number[] = [];
    for (let i = 0; i < 320; i++) {
      for (let wait = lane(to); wait > 0; wait = lane(to)) clock.pass(wait);
      at.push(clock.now().getTime());
    }
    const [first = 0] = at;
    expect(at.filter((one) => one === first)).toHaveLength(16);
    expect(((at.at(-1) ?? 0) - first) / 1000).toBeCloseTo(10, 1);
  });

  test('that nobody asked for go eight at a time, so that nobody wakes for each', () => {
    const clock = watch();
    const { lane } = createPace(telegramPace, clock);
    const groups: number[] = [];
    for (let round = 0; round < 10; round++) {
      let many = 0;
      while (lane(to) === 0) many += 1;
      groups.push(many);
      clock.pass(Math.ceil(lane(to)));
    }
    expect(groups).toEqual([16, ...Array(9).fill(8)]);
  });

  test('that nobody asked for leave ten places for answers, however many wait', () => {
    const clock = watch();
    const pace = createPace(telegramPace, clock);
    while (pace.lane(to) === 0);
    const answers = Array.from({ length: 12 }, (_, i) => pace(9000 + i, false));
    expect(answers.filter((wait) => wait === 0).length).toBeGreaterThanOrEqual(10);
    expect(pace.lane(to)).toBeGreaterThan(333);
  });

  test('that nobody asked for go slower by what was answered without a letter', () => {
    const clock = watch();
    const { lane, said } = createPace(telegramPace, clock);
    let unasked = 0;
    for (let ms = 0; ms < 10_000; ms += 10) {
      if (ms % 100 === 0) said(to);
      while (lane(to) === 0) unasked += 1;
      clock.pass(10);
    }
    expect(unasked).toBeGreaterThanOrEqual(200);
    expect(unasked).toBeLessThanOrEqual(220);
  });

  test('that nobody asked for come into their own two seconds after any flood of answers', () => {
    const clock = watch();
    const { lane, said } = createPace(telegramPace, clock);
    for (let i = 0; i < 5_000; i++) said(to);
    clock.pass(1_500);
    expect(lane(to)).toBeGreaterThan(0);
    clock.pass(200);
    expect(lane(to)).toBe(0);
  });

  test('never exceed the limits of the platform, whoever is written to and when', () => {
    const turn = fc.record({ chat: fc.nat(3), bulk: fc.boolean(), pass: fc.nat(400) });
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 120, size: 'max' }), (turns) => {
        const clock = watch(0);
        const pace = createPace(telegramPace, clock);
        const sent = turns.map(({ chat, bulk, pass }) => {
          clock.pass(pass);
          if (bulk) for (let wait = pace.lane(to); wait > 0; wait = pace.lane(to)) clock.pass(wait);
          return { chat, at: clock.now().getTime() + pace(chat, bulk) };
        });
        const most = (some: typeof sent, milliseconds: number) =>
          Math.max(
            0,
            ...some.map(
              ({ at }) => some.filter((other) => other.at >= at && other.at < at + milliseconds).length,
            ),
          );
        expect(most(sent, 1000)).toBeLessThanOrEqual(telegramPace.all * 2);
        for (const chat of [0, 1, 2, 3])
          expect(
            most(
              sent.filter((one) => one.chat === chat),
              10_000,
            ),
          ).toBeLessThanOrEqual(telegramPace.burst + 10 + 1);
      }),
    );
  });

  test('forget chats that were quiet, and still pace those that were not', () => {
    const pace = createPace({ ...telegramPace, all: 1_000_000 }, watch());
    for (let chat = 0; chat < 10_001; chat++) pace(chat, false);
    expect([1, 2, 3].map(() => pace(0, false))).toEqual([0, 0, 0]);
    expect([1, 2, 3].map(() => pace(10_000, false))).toEqual([0, 0, 1000]);
  });
});

/** When each of many letters went, if everything that is sent back is offered again when it said so (milliseconds). */
const sendAll = (pace: ReturnType<typeof createPace>, clock: ReturnType<typeof watch>, chats: number[]) => {
  const start = clock.now().getTime();
  const sent: { chat: number; at: number }[] = [];
  let waiting = chats;
  while (waiting.length > 0) {
    const again: { chat: number; wait: number }[] = [];
    for (const chat of waiting) {
      const wait = pace(chat, false);
      if (wait > longestPace) again.push({ chat, wait });
      else sent.push({ chat, at: clock.now().getTime() - start + wait });
    }
    waiting = again.map(({ chat }) => chat);
    if (again.length > 0) clock.pass(Math.min(...again.map(({ wait }) => wait)));
  }
  return sent;
};

describe('letters on WhatsApp', () => {
  test('to one person go six at once, paid back by silence before the next', () => {
    const clock = watch();
    const sent = sendAll(createPace(paces['whatsapp-cloud'], clock), clock, Array(14).fill(1));
    const times = sent.map(({ at }) => Math.round(at / 100) / 10);
    expect(times).toEqual([...Array(6).fill(0), ...Array(6).fill(37.2), 74.4, 74.4]);
  });

  test('to one person who answers now and then are not held up', () => {
    const clock = watch();
    const pace = createPace(paces['whatsapp-cloud'], clock);
    const waits = Array.from({ length: 20 }, () => {
      clock.pass(7000);
      return pace(1, false);
    });
    expect(waits).toEqual(Array(20).fill(0));
  });

  test('to others are not held up by one who gets many', () => {
    const pace = createPace(paces['whatsapp-cloud'], watch());
    for (let n = 0; n < 50; n++) pace(1, false);
    expect([2, 3, 4].map((chat) => pace(chat, false))).toEqual([0, 0, 0]);
  });

  test('from a linked device are at most one in three seconds to one person, and twenty a minute to all', () => {
    const clock = watch();
    const pace = createPace(paces['whatsapp-linked'], clock);
    const sent = sendAll(
      pace,
      clock,
      Array.from({ length: 120 }, (_, i) => i % 60),
    );
    const within = (some: typeof sent, from: number, span: number) =>
      some.filter(({ at }) => at >= from && at < from + span).length;
    for (const { at, chat } of sent) {
      expect(within(sent, at, 60_000)).toBeLessThanOrEqual(20 + 5 + 1);
      expect(
        within(
          sent.filter((one) => one.chat === chat),
          at,
          3_000,
        ),
      ).toBeLessThanOrEqual(2);
    }
    expect(Math.max(...sent.map(({ at }) => at))).toBeGreaterThan(5 * 60_000);
  });

  test('have a pace of their own beside Telegram', () => {
    const pace = createPaces(paces, watch());
    const to = (channel: 'telegram' | 'whatsapp-cloud') => ({ channel, account: '1', id: '7001' });
    const seven = Array.from({ length: 7 }, () => 1);
    expect(seven.map((chat) => pace(chat, false, to('whatsapp-cloud')))).toEqual([0, 0, 0, 0, 0, 0, 37_200]);
    expect(seven.slice(3).map((chat) => pace(chat, false, to('telegram')))).toEqual([0, 0, 0, 1000]);
  });
});

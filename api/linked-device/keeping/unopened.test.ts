import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { askToSendAgain } from '../../../db/stores/ask-to-send-again.ts';
import type { Line } from '../../log.ts';
import { openTestHall, type TestHall } from '../../testing/hall.ts';
import { until } from '../testing/watched-library.ts';
import { createUnopenedWatch, type Unopened } from './unopened.ts';

const sri = '271828181@lid';

const watching = (at: { now: number } = { now: 0 }) => {
  const lines: Line[] = [];
  const asked: Unopened[] = [];
  const watch = createUnopenedWatch({
    log: { error: (line) => void lines.push(line) },
    now: () => new Date(at.now),
    ask: async (what) => asked.push(what),
    wait: 40,
  });
  return { watch, lines, asked };
};

describe('a message that nobody could open', () => {
  test('is asked for once when its phone does not send it again', async () => {
    const { watch, asked } = watching();
    watch.unopened({ from: sri, id: 'A' });
    watch.unopened({ from: sri, id: 'A' });
    watch.unopened({ from: sri, id: 'B' });
    watch.opened({ from: sri, id: 'B' });
    await until(() => asked.length > 0);
    await sleep(60);
    expect(asked).toEqual([{ from: sri, id: 'A' }]);
    await watch.end();
  });

  test('is not asked for once the service has ended', async () => {
    const { watch, asked } = watching();
    watch.unopened({ from: sri, id: 'A' });
    await watch.end();
    await sleep(60);
    expect(asked).toEqual([]);
  });

  test('is an alarm when it is the third within ten minutes, and not when they are rare', async () => {
    const at = { now: 0 };
    const { watch, lines } = watching(at);
    for (const id of ['A', 'B', 'C']) {
      watch.unopened({ from: sri, id });
      at.now += 300_001;
    }
    expect(lines).toEqual([]);
    watch.unopened({ from: sri, id: 'D' });
    watch.unopened({ from: sri, id: 'E' });
    expect(lines).toEqual([{ event: 'linked-messages-unopened', channel: 'whatsapp-linked', count: 3 }]);
    await watch.end();
  });
});

describe('whoever wrote it', () => {
  let house: TestHall;
  beforeEach(async () => {
    house = await openTestHall();
  });
  afterEach(() => house.close());

  const letters = async () => {
    const { database } = house.hall;
    return (
      await database.sql<{ dedupe: string }[]>`select dedupe from letter where dedupe like 'unopened:%'`
    ).length;
  };
  const address = { channel: 'whatsapp-linked', account: 'device', id: sri } as const;

  test('has one letter for it, and a stranger none', async () => {
    const { hall } = house;
    const ask = (id: string) => askToSendAgain(hall.database, hall.seal, address, id);
    expect(await ask('A')).toBeUndefined();
    expect(await letters()).toBe(0);
    const known = {
      id: `${sri}/1`,
      from: address,
      at: hall.clock.now(),
      content: { kind: 'text', text: 'halo' },
    } as const;
    await hall.handle(known, hall.keyOf(address, known.id));
    expect([await ask('A'), await ask('A')]).toEqual([expect.any(Number), expect.any(Number)]);
    expect(await letters()).toBe(1);
    await ask('B');
    expect(await letters()).toBe(2);
  });
});

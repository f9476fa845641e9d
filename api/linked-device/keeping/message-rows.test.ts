import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Inbound } from '../../../bot/conversation/inbound.ts';
import { until } from '../testing/watched-library.ts';
import { createMessageRows } from './message-rows.ts';

const said = (person: string, text: string): Inbound => ({
  id: `${person}/${text}`,
  from: { channel: 'whatsapp-linked', account: 'device', id: person },
  at: new Date('2026-11-20T02:00:00Z'),
  content: { kind: 'text', text },
});

const begun = (
  take: (id: string) => Promise<unknown>,
  failed: (id: string) => Promise<boolean> = async () => false,
) => {
  const lost: string[] = [];
  const rows = createMessageRows({
    take: ({ id }) => take(id),
    failed: ({ id }) => failed(id),
    lost: ({ id }) => void lost.push(id),
  });
  return { rows, lost };
};

describe('messages that come', () => {
  test('are taken in order of each person, and nobody waits for another', async () => {
    const taken: string[] = [];
    const { rows, lost } = begun(async (id) => {
      if (id === 'sri/1') await sleep(60);
      taken.push(id);
    });
    for (const [person, text] of [
      ['sri', '1'],
      ['sri', '2'],
      ['budi', '1'],
    ] as const)
      rows.add(said(person, text), {});
    await until(() => taken.length === 3);
    expect(taken).toEqual(['budi/1', 'sri/1', 'sri/2']);
    expect(lost).toEqual([]);
  });

  test('are tried again while the database is away, and those behind them wait', async () => {
    const taken: string[] = [];
    let away = 2;
    const { rows } = begun(
      async (id) => {
        if (id === 'sri/1' && away-- > 0) throw new Error('away');
        taken.push(id);
      },
      () => Promise.reject(new Error('away')),
    );
    rows.add(said('sri', '1'), {});
    rows.add(said('sri', '2'), {});
    await until(() => taken.length === 2);
    expect(taken).toEqual(['sri/1', 'sri/2']);
  });

  test('that fail again and again are set aside, and those behind them go on', async () => {
    const taken: string[] = [];
    let failures = 0;
    const { rows, lost } = begun(
      async (id) => {
        if (id === 'sri/1') throw new Error('poison');
        taken.push(id);
      },
      async () => ++failures === 2,
    );
    rows.add(said('sri', '1'), {});
    rows.add(said('sri', '2'), {});
    await until(() => taken.length === 1);
    expect([taken, failures, lost]).toEqual([['sri/2'], 2, []]);
  });

  test('that still fail when the service ends are told as lost', async () => {
    const { rows, lost } = begun(() => Promise.reject(new Error('away')));
    rows.add(said('sri', '1'), {});
    await sleep(20);
    await rows.end();
    expect(lost).toEqual(['sri/1']);
  });

  test('that are kept are left there when the service ends, and emptied once they are taken', async () => {
    const became: string[] = [];
    const row = (name: string) => ({
      isLast: false,
      decided: () => void became.push(`${name} decided`),
      comesAgain: () => void became.push(`${name} comes again`),
      later: () => void became.push(`${name} later`),
    });
    const { rows, lost } = begun(async (id) => {
      if (id === 'budi/1') throw new Error('away');
    });
    rows.add(said('sri', '1'), {}, row('sri'));
    rows.add(said('budi', '1'), {}, row('budi'));
    await until(() => became.length === 1);
    await rows.end();
    expect(became).toEqual(['sri decided', 'budi later']);
    expect(lost).toEqual([]);
  });

  test('that were begun too often already are set aside without being taken once more', async () => {
    const taken: string[] = [];
    const aside: string[] = [];
    const { rows } = begun(
      async (id) => taken.push(id),
      async (id) => aside.push(id) > 0,
    );
    const quiet = () => {};
    rows.add(said('sri', '1'), {}, { isLast: true, decided: quiet, comesAgain: quiet, later: quiet });
    await until(() => aside.length === 1);
    expect([taken, aside]).toEqual([[], ['sri/1']]);
  });
});

import { expect, inject, test } from 'vitest';
import { createEar } from './ear.ts';
import { gatesOf } from './gates.ts';
import { benchBroadcast, usualSize } from './index.ts';
import type { Broadcast } from './play.ts';
import { shareOf } from './share.ts';
import { broadcastTable } from './table.ts';

test('a short broadcast with a kill loses no letter, doubles none but those in hand, and shows every figure', async () => {
  const size = { ...usualSize, letters: 300, quietSeconds: 1, leases: 'freed' } as const;
  const figures = await benchBroadcast(size, { database: inject('testServer').url });
  const { played } = figures;
  expect(played).toMatchObject({ lost: 0, early: 0 });
  expect(played.doubled).toBeLessThanOrEqual(played.heldAtKill);
  expect(played.beside.samples).toBeGreaterThan(0);
  for (const figure of [
    played.share.perSecond,
    played.cpuWithDialogues,
    played.bareCpuPerThousand,
    played.idleMb,
  ])
    expect(figure).toBeGreaterThan(0);
  const table = broadcastTable(figures);
  for (const gate of figures.gates) expect(table).toContain(gate.what);
  expect(table).not.toMatch(/NaN|undefined/);
}, 300_000);

const call = { method: 'sendMessage', chat: '1', params: {}, ok: true, result: {}, from: 'call' } as const;
const tooMany = { ok: false, result: { parameters: { retry_after: 2 } } };

test('what the platform hears is counted: letters by their number, silences, and who speaks in them', () => {
  const ear = createEar(50);
  const letter = (nth: number) => ({ params: { text: `Ingat (nomor ${nth})` } });
  ear.hear({ ...call, ...letter(1), at: 1_000 });
  ear.hear({ ...call, ...letter(2), ...tooMany, at: 1_010 });
  ear.hear({ ...call, ...letter(1), at: 1_015 });
  ear.hear({ ...call, method: 'answerCallbackQuery', at: 1_020 });
  ear.hear({ ...call, ...letter(2), at: 1_110 });
  expect([...ear.letters]).toEqual([
    [1, 2],
    [2, 1],
  ]);
  expect(ear.silences).toEqual([{ from: 1_010, until: 1_110 }]);
  expect(ear.inSilence).toEqual([5]);
  const spells = [
    { from: 1_000, until: 1_050 },
    { from: 1_100, until: 1_160 },
  ];
  expect(shareOf(ear, spells, 100)).toEqual({
    perSecond: 50,
    ofCap: 0.5,
    seconds: 0.06,
    silentSeconds: 0.05,
  });
});

const replies = { samples: 400, p50: 10, p95: 300, p99: 600 };
const good: Broadcast = {
  size: usualSize,
  lost: 0,
  doubled: 7,
  heldAtKill: 55,
  throttles: 200,
  early: 0,
  onTheirWay: 300,
  latest: 12,
  share: { perSecond: 594, ofCap: 0.99, seconds: 17, silentSeconds: 20 },
  cpuPerThousand: 140,
  cpuWithDialogues: 180,
  bareCpuPerThousand: 99,
  idleMb: 150,
  aboveIdleMb: 40,
  alone: replies,
  beside: replies,
  stuck: 0,
  awaySeconds: 1.5,
  allSeconds: 47,
};

test('every gate fails on what it forbids, and on nothing else', () => {
  const failed = (worse: Partial<Broadcast>) =>
    gatesOf({ ...good, ...worse })
      .filter(({ verdict }) => verdict === 'failed')
      .map(({ id }) => id);
  expect(failed({})).toEqual([]);
  expect(failed({ share: { ...good.share, ofCap: 0.969 } })).toEqual(['P6a']);
  expect(failed({ lost: 1 })).toEqual(['P6b']);
  expect(failed({ doubled: 56 })).toEqual(['P6c']);
  expect(failed({ early: 1 })).toEqual(['P6d']);
  expect(failed({ cpuPerThousand: 301 })).toEqual(['P6e']);
  expect(failed({ cpuPerThousand: 601, bareCpuPerThousand: 198 })).toEqual(['P6e']);
  expect(failed({ cpuPerThousand: 599, bareCpuPerThousand: 198 })).toEqual([]);
  expect(failed({ aboveIdleMb: 101 })).toEqual(['P6f']);
  expect(failed({ beside: { ...replies, p95: 2_001 } })).toEqual(['P6g']);
  expect(failed({ stuck: 1 })).toEqual(['P6h']);
});

import { expect, inject, test } from 'vitest';
import { gatesOf } from './gates.ts';
import { benchSkm } from './index.ts';
import { skmTable } from './table.ts';

test('a small year is filled, read and shuffled without a form lost, and too small to be judged', async () => {
  const size = { answers: 3_000, urn: 60, times: 3 };
  const figures = await benchSkm(size, { database: inject('testServer').url });
  expect(figures).toMatchObject({ size, wrong: 0 });
  expect(Number(figures.ikm)).toBeGreaterThan(55);
  expect(Number(figures.ikm)).toBeLessThan(70);
  expect(figures.gates.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
    'K1 unmeasured',
    'K2 unmeasured',
    'K3 unmeasured',
    'K4 passed',
  ]);
  const table = skmTable(figures);
  for (const gate of figures.gates) expect(table).toContain(gate.what);
  expect(table).not.toMatch(/NaN|undefined/);

  const failed = (change: Partial<typeof figures>) =>
    gatesOf({ ...figures, size: { answers: 1_000_000, urn: 10_000, times: 50 }, ...change })
      .filter(({ verdict }) => verdict === 'failed')
      .map(({ id }) => id);
  const slow = { samples: 50, p50: 20, p95: 201, p99: 300 };
  expect(failed({})).toEqual([]);
  expect(failed({ index: slow })).toEqual(['K1']);
  expect(failed({ results: slow })).toEqual(['K2']);
  expect(failed({ shuffleSeconds: 61 })).toEqual(['K3']);
  expect(failed({ wrong: 1 })).toEqual(['K4']);
}, 120_000);

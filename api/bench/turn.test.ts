import { expect, inject, test } from 'vitest';
import { usual } from './options.ts';
import { tableOf } from './table.ts';
import { benchTurn } from './turn.ts';

test('a short benchmark of reports ends with a ticket for each and with every figure', async () => {
  const options = { ...usual, rounds: 1, seconds: 0.4, people: 4, rate: 40 };
  const figures = await benchTurn(options, { database: inject('testServer').url });
  for (const [round] of [figures.rounds.service, figures.rounds.reference]) {
    expect(round).toMatchObject({ stuck: 0, tickets: round?.dialogues, same: round?.dialogues });
    expect(round?.dialogues).toBeGreaterThan(10);
    expect(round?.repeats).toBeGreaterThan(0);
    for (const figure of [round?.updatesPerSecond, round?.cpuPerUpdate, round?.open.p99, round?.rssMb])
      expect(figure).toBeGreaterThan(0);
  }
  expect(figures.rounds.reference[0]?.callsPerDialogue).toBeCloseTo(14, 0);
  expect(figures.trips.service.steps.map(({ trips }) => trips).every((trips) => trips >= 1)).toBe(true);
  expect(figures.gates.map(({ id }) => id)).toEqual(['P1', 'P2', 'P3a', 'P3b', 'P4', 'P7', 'P8']);
  expect(figures.gates.find(({ id }) => id === 'P4')?.verdict).toBe('unmeasured');
  const table = tableOf(figures);
  for (const gate of figures.gates) expect(table).toContain(gate.what);
  expect(table).not.toMatch(/NaN|undefined/);
}, 120_000);

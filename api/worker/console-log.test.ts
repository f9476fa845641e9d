import { afterEach, expect, test, vi } from 'vitest';
import type { Line } from '../log.ts';
import { createConsoleLog } from './console-log.ts';

afterEach(() => vi.restoreAllMocks());

test('a line tells only what the allow-list names, and only from its level up', () => {
  const written: string[] = [];
  for (const name of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, name).mockImplementation((line: string) => void written.push(`${name} ${line}`));
  const log = createConsoleLog('warn');
  const careless = { event: 'update-failed', code: 'Error', text: 'lampu mati', phone: '+620000' } as Line;
  log.info(careless);
  log.error(careless);
  expect(written).toHaveLength(1);
  expect(written[0]).toMatch(/^error \{"level":50,"time":"[^"]+","event":"update-failed","code":"Error"\}$/);
});

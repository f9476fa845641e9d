import { inspect } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { hushSignal } from './hushed-signal.ts';
import { closeASession } from './testing/two-phones.ts';

const recorded = () => {
  const lines: string[] = [];
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation((...words) => void lines.push(inspect(words, { depth: 9 })));
  return lines;
};

afterEach(() => void vi.restoreAllMocks());

describe('what libsignal tells the console', () => {
  test('is the private keys of a session, if nobody hushes it', async () => {
    const lines = recorded();
    await closeASession();
    expect(lines.join('\n')).toMatch(/privKey/);
  });

  test('reaches nobody while a device runs', async () => {
    const lines = recorded();
    const end = hushSignal();
    await closeASession();
    end();
    expect(lines).toEqual([]);
  });
});

test('other words are printed as before, and all of them once it is over', () => {
  const lines = recorded();
  const [first, second] = [hushSignal(), hushSignal()];
  console.info('Pendopo listens');
  first();
  first();
  console.info('Closing session:', 'kunci');
  second();
  console.info('Closing session:', 'lain');
  expect(lines).toEqual(["[ 'Pendopo listens' ]", "[ 'Closing session:', 'lain' ]"]);
});

import { expect, test } from 'vitest';
import { readChatOptions } from './options.ts';

test('somebody who gives no options is a citizen under the name of their account', () => {
  expect(readChatOptions([])).toEqual({
    name: expect.stringMatching(/./),
    as: 'citizen',
    locale: undefined,
  });
  expect(readChatOptions(['--as', 'citizen', '--name', ' sri ', '--locale=jv'])).toEqual({
    name: 'sri',
    as: 'citizen',
    locale: 'jv',
  });
});

test.each(['asn', 'officer', 'supervisor'])('somebody may chat as %s', (as) => {
  expect(readChatOptions(['--as', as])).toMatchObject({ as });
});

test('somebody may ask for help', () => {
  for (const words of [['--help'], ['-h']]) expect(readChatOptions(words)).toEqual({ help: true });
});

test.each([
  [['--as', 'mayor'], '--as must be one of citizen, asn, officer, supervisor.'],
  [['--as'], '--as'],
  [['--locale', 'xx'], '--locale must be one of id, jv, min, en.'],
  [['--name', ' '], '--name is empty.'],
  [['--fast'], '--fast'],
  [['halo'], 'halo'],
])('%s is wrong, in one sentence', (words, reason) => {
  const read = readChatOptions(words);
  expect(read).toEqual({ wrong: expect.stringContaining(reason) });
  expect('wrong' in read && read.wrong).not.toContain('\n');
});

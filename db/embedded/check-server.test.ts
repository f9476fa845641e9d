import { expect, inject, test } from 'vitest';
import type {} from '../testing.ts';
import { tooOld } from './check-server.ts';
import { checkServer } from './index.ts';

const changed = (change: (url: URL) => void): string => {
  const url = new URL(inject('testServer').url);
  change(url);
  return url.href;
};

test('a server that can serve us is accepted', async () => {
  await expect(checkServer(inject('testServer').url)).resolves.toBeUndefined();
});

test('a wrong password is said without saying it', async () => {
  const url = changed((to) => {
    to.password = 'rahasia-sekali';
  });
  const refused = await checkServer(url).catch((error: Error) => error.message);
  expect(refused).toMatch(/^The server of DATABASE_URL \(.*\) refuses the user \w+ or the password\.$/);
  expect(refused).not.toContain('rahasia');
});

test('a database that does not exist is named', async () => {
  const url = changed((to) => {
    to.pathname = '/tidak_ada';
  });
  await expect(checkServer(url)).rejects.toThrow(/has no database named tidak_ada: create it\.$/);
});

test('a port where nobody listens is named', async () => {
  const refused = checkServer('postgres://siapa:rahasia@127.0.0.1:9/pendopo');
  await expect(refused).rejects.toThrow(
    'The server of DATABASE_URL (127.0.0.1:9) cannot be reached (ECONNREFUSED).',
  );
});

test('a host that no one knows is named', async () => {
  const refused = checkServer('postgres://siapa:rahasia@tidak-ada.invalid/pendopo');
  await expect(refused).rejects.toThrow(/The host of DATABASE_URL \(tidak-ada\.invalid:5432\) is unknown/);
});

test.each(['', 'mysql://a:rahasia@b/c', 'rahasia'])(
  'what is no address at all is not repeated: %j',
  async (url) => {
    await expect(checkServer(url)).rejects.toThrow(
      'DATABASE_URL is not an address like postgres://user:password@host:5432/name.',
    );
  },
);

test.each([
  [140_012, 'The server of DATABASE_URL is PostgreSQL 14.12: 15 or newer is needed.'],
  [150_000, undefined],
  [180_004, undefined],
])('version %i', (number, sentence) => {
  expect(tooOld(number)?.message).toBe(sentence);
});

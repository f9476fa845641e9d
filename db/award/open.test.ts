import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Cycle } from '../../bot/domain/award/cycle.ts';
import type { Share } from '../../bot/domain/ballot/keys.ts';
import { openCycle } from './open.ts';
import { type Booth, noonOf, openBooth, openInvented, random } from './testing.ts';

let booth: Booth;
let cycle: Cycle;
let shares: readonly Share[];
beforeAll(async () => {
  booth = await openBooth();
  ({ cycle, shares } = await openInvented(booth));
});
afterAll(() => booth.close());

test('a second cycle is refused while one is open, as are keepers who are not three of the committee', async () => {
  const { database, keepers, zone } = booth;
  const moment = { at: noonOf(cycle, 'sosialisasi'), zone, random };
  const open = (given: readonly string[], code = 'ASN-B') =>
    openCycle(database.sql, { cycle: { ...cycle, code }, keepers: given }, moment);
  expect(await open(keepers)).toEqual({ is: 'open', code: 'ASN-2027' });
  expect(await open(['K1', 'K1', 'K2'])).toEqual({ is: 'three' });
  expect(await open(['K1', 'K2'])).toEqual({ is: 'three' });
  await database.sql`update award_cycle set decided_at = now()`;
  expect(await open(['K1', 'K2', 'V000'])).toEqual({ is: 'no-member', nips: ['V000'] });
  expect(await open(keepers, cycle.code)).toEqual({ is: 'code', code: cycle.code });
  await database.sql`update award_cycle set decided_at = null`;
  const late = { ...moment, at: noonOf(cycle, 'nominasi') };
  expect(await openCycle(database.sql, { cycle, keepers }, late)).toMatchObject({ is: 'late' });
});

test('no share of the key stands anywhere in the database', async () => {
  const { database } = booth;
  const tables = await database.sql<{ name: string }[]>`
    select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`;
  const dump = await Promise.all(
    tables.map(async ({ name }) =>
      JSON.stringify(await database.sql.unsafe(`select t::text from ${name} t`)),
    ),
  );
  const whole = dump.join('\n');
  expect(whole).toContain(cycle.code);
  for (const { secret } of shares) {
    const hex = secret.toString(16).padStart(64, '0');
    const turned = hex.match(/../g)?.reverse().join('') ?? '';
    for (const form of [hex, turned, secret.toString()]) expect(whole).not.toContain(form);
  }
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { spokenPeriod } from '../../bot/domain/retention.ts';
import { rules } from '../../db/retention/rules.ts';
import { openTestHall, type TestHall } from '../testing/hall.ts';
import { privacyPage } from './privacy.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

const read = async (language = ''): Promise<string> =>
  (await privacyPage(house.hall).request(`/${language && `?bahasa=${language}`}`)).text();

test('the page says of each thing how long the nightly job really keeps it', async () => {
  const page = await read();
  const lines = [...page.matchAll(/<dt>([^<]+)<\/dt><dd>([^<]+)<\/dd>/g)].map(
    ([, what, long]) => `${what}: ${long}`,
  );
  expect(lines).toContain(
    'Isi laporan dan percakapan tentangnya: 2 tahun setelah laporan selesai, lalu identitasnya dihilangkan',
  );
  expect(lines).toContain('Laporan yang dirahasiakan: 5 tahun setelah laporan selesai, lalu dimusnahkan');
  const told = new Map(rules.flatMap(({ told, days }) => (told ? [[told, days] as const] : [])));
  expect(lines).toHaveLength(told.size);
  const words = { days: 'hari', years: 'tahun' };
  const periods = [...told.values()].map((days) => {
    const { count, unit } = spokenPeriod(days);
    return `${count} ${words[unit]}`;
  });
  expect(lines.map((line) => /: (\d+ \w+)/.exec(line)?.[1]).sort()).toEqual(periods.sort());
});

test('it names the way to one’s own data, in each language', async () => {
  for (const language of ['id', 'jv', 'en']) expect(await read(language)).toContain('/datasaya');
});

import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect, type Database } from '../database.ts';
import { createSeal } from '../sealed.ts';
import { seedCity } from '../seed/index.ts';
import { createSessions } from '../sessions.ts';
import { testDatabase } from '../testing.ts';
import { closingPhotoFlags } from './closing-photo.ts';

let own: Awaited<ReturnType<typeof testDatabase>>;
let database: Database;
let sender: number;
const seal = createSeal(randomBytes(32));

beforeAll(async () => {
  own = await testDatabase();
  database = connect(own.url);
  await seedCity(database, 'salatiga');
  const sessions = createSessions(database, seal);
  sender = (await sessions.open({ channel: 'telegram', account: 'bot', id: '1' }, true)).contact.id;
});
afterAll(async () => {
  await database.close();
  await own.drop();
});
beforeEach(async () => {
  await own.sql`delete from media`;
  await own.sql`delete from report`;
});

const market = { lat: -7.3305, lng: 110.5084 };

/** A report at the market; a *Tertutup* one holds its place in sealed words only. */
const filed = async (ticket: string, { closed = false } = {}): Promise<void> => {
  const words = { words: 'rekaan', place: { point: { lat: market.lat, lon: market.lng } } };
  const sealed = closed ? seal.seal('report', `report|${ticket}`, JSON.stringify(words)) : null;
  await own.sql`insert into report (ticket, kind, category, unit_code, state, anonymous, confidential, words, lat, lng, sealed,
      channel, received_at, first_answer_due, resolve_due)
    select ${ticket}, 'pengaduan', c.key, u.code, 'diterima', true, ${closed}, 'rekaan',
      ${closed ? null : market.lat}::float8, ${closed ? null : market.lng}::float8, ${sealed}, 'telegram', now(), current_date, current_date
    from category c cross join unit u where c.sensitive = 'none' limit 1`;
};

type Picture = {
  of?: string;
  likeness?: string;
  taken?: { lat: number; lng: number };
  ago?: number;
  kind?: 'photo' | 'video';
};

/** A photo that is clean; `of` the report it belongs to, `ago` hours old. */
const pictured = async ({ of, likeness, taken, ago = 0, kind = 'photo' }: Picture): Promise<string> => {
  const id = randomUUID();
  await own.sql`insert into media (id, contact_id, channel, account, kind, file, state, report_id, likeness, taken_lat, taken_lng, created_at)
    values (${id}, ${sender}, 'telegram', 'bot', ${kind}, '', 'clean', (select id from report where ticket = ${of ?? ''}),
      ${likeness ? Buffer.from(likeness, 'hex') : null}, ${taken?.lat ?? null}, ${taken?.lng ?? null},
      now() - make_interval(hours => ${ago}))`;
  return id;
};

const flags = async (ticket: string, ...ids: string[]) => {
  const found = await closingPhotoFlags(database, seal, ticket, ids);
  return ids.map((id) => found.get(id));
};

describe('a closing photo', () => {
  test('that was used for another report is told, also when some bits differ', async () => {
    await filed('SLT-AAAAAA');
    await filed('SLT-BBBBBB');
    await pictured({ of: 'SLT-AAAAAA', likeness: 'f0f0f0f0f0f0f0f0', ago: 24 });
    const same = await pictured({ likeness: 'f0f0f0f0f0f0f0f0' });
    const nearly = await pictured({ likeness: 'f0f0f0f0f0f0f0ff' });
    const other = await pictured({ likeness: '0f0f0f0f0f0f0f0f' });
    expect(await flags('SLT-BBBBBB', same, nearly, other)).toEqual([['used-before'], ['used-before'], []]);
  });

  test('that belongs to the same report, or came before the other, is as good as new', async () => {
    await filed('SLT-AAAAAA');
    await filed('SLT-BBBBBB');
    await pictured({ of: 'SLT-BBBBBB', likeness: 'f0f0f0f0f0f0f0f0', ago: 24 });
    await pictured({ of: 'SLT-AAAAAA', likeness: '00ff00ff00ff00ff' });
    const again = await pictured({ likeness: 'f0f0f0f0f0f0f0f0' });
    const first = await pictured({ likeness: '00ff00ff00ff00ff', ago: 12 });
    expect(await flags('SLT-BBBBBB', again, first)).toEqual([[], []]);
  });

  test.each([false, true])(
    'that was taken elsewhere is told; report closed to the public: %s',
    async (closed) => {
      await filed('SLT-AAAAAA', { closed });
      const here = await pictured({ taken: { lat: market.lat + 0.004, lng: market.lng } });
      const away = await pictured({ taken: { lat: market.lat + 0.005, lng: market.lng } });
      expect(await flags('SLT-AAAAAA', here, away)).toEqual([[], ['far-away']]);
    },
  );

  test('that tells nothing is not accused', async () => {
    await filed('SLT-AAAAAA');
    await filed('SLT-BBBBBB');
    await pictured({ of: 'SLT-AAAAAA', ago: 24 });
    const plain = await pictured({});
    const video = await pictured({ kind: 'video' });
    expect(await flags('SLT-BBBBBB', plain, video, randomUUID())).toEqual([[], undefined, undefined]);
  });

  test('is found among 100,000 within two seconds', async () => {
    await filed('SLT-AAAAAA');
    await filed('SLT-BBBBBB');
    await own.sql`insert into media (id, contact_id, channel, account, file, state, report_id, likeness, created_at)
      select gen_random_uuid(), ${sender}, 'telegram', 'bot', '', 'clean', (select id from report where ticket = 'SLT-AAAAAA'),
        decode(substr(md5(n::text), 1, 16), 'hex'), now() - interval '1 day' from generate_series(1, 100000) n`;
    const [some] = await own.sql`select encode(likeness, 'hex') as likeness from media offset 60000 limit 1`;
    const used = await pictured({ likeness: some?.likeness });
    const fresh = await pictured({ likeness: 'ffffffff00000000' });
    const begun = performance.now();
    const found = await flags('SLT-BBBBBB', used, fresh);
    const milliseconds = performance.now() - begun;
    process.stdout.write(`two photos against 100,000: ${milliseconds.toFixed(0)} ms\n`);
    expect(found).toEqual([['used-before'], []]);
    expect(milliseconds).toBeLessThan(2000);
  });
});

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { literal, say } from '../../bot/conversation/reply.ts';
import { translate } from '../../bot/i18n/translate.ts';
import { connect } from '../../db/database.ts';
import { createSeal } from '../../db/sealed.ts';
import { seedCity } from '../../db/seed/index.ts';
import { addLetters } from '../../db/stores/letter.ts';
import { type TestDatabase, testDatabase } from '../../db/testing.ts';
import { type Workplace, workplace } from '../commands/testing/run-program.ts';
import { testKey } from '../testing/hall.ts';

let base: TestDatabase;
let place: Workplace;
beforeAll(async () => {
  base = await testDatabase();
  const database = connect(base.url);
  await seedCity(database, 'salatiga');
  await database.close();
  place = await workplace({ DATABASE_URL: base.url, APP_KEY: testKey.toString('base64') });
});
afterAll(async () => {
  await place.leave();
  await base.drop();
});

const chat = (name: string, lines: readonly string[], words = '') =>
  place.run('chat', `--name ${name} ${words}`, `${lines.join('\n')}\n`);
const id = (key: Parameters<typeof say>[0]) => translate('id', say(key)).replace(/[\uE000-\uE003]/g, '');
const ticketIn = (out: string) => /SLT-[0-9A-HJKMNP-TV-Z]{6}/.exec(out)?.[0];

describe('a person at a terminal', () => {
  test('reports by numbers, and after a restart finds the report', async () => {
    const lines = ['/lapor', 'lampu jalan mati depan smp 2', '1', '@-7.3315,110.5125', '1', '1', '1'];
    const { code, out, err } = await chat('sri', lines);
    expect([code, err]).toEqual([0, '']);
    expect(out).not.toContain('\u001b');
    const ticket = ticketIn(out);
    expect(ticket).toBeDefined();
    const [row] = await base.sql`select ticket, category from report`;
    expect(row).toEqual({ ticket, category: expect.any(String) });

    const later = await chat('sri', ['/cek']);
    expect(later.code).toBe(0);
    expect(later.out).toContain(ticket);
    expect((await chat('budi', ['/cek'])).out).not.toContain(ticket);
  });

  test('reports by labels and words, too', async () => {
    const lines = [
      'menu',
      id('button.report'),
      'sampah menumpuk di pinggir jalan',
      '1',
      'kutowinangun',
      '1',
      id('button.skip'),
      id('identity.tertutup'),
      id('button.send'),
    ];
    const { code, out } = await chat('wati', lines);
    expect(code).toBe(0);
    expect(ticketIn(out)).toBeDefined();
  });

  test('gives a photo by its path; a file that is no picture is answered kindly', async () => {
    await writeFile(join(place.folder, 'bukan gambar.jpg'), 'bukan gambar');
    const { code, out, err } = await chat('joko', ['/lapor', 'foto bukan gambar.jpg']);
    expect([code, err]).toEqual([0, '']);
    const [photo] = await base.sql`select state from media where channel = 'terminal'`;
    expect(photo).toEqual({ state: 'refused' });
    expect(out.trim().split('\n\n').length).toBeGreaterThan(2);
  });

  test('is spoken to in the language asked for at first use, and later in the one they chose', async () => {
    const first = await chat('tumini', ['/menu'], '--locale jv');
    expect(first.out).toContain(translate('jv', say('button.report')));
    expect((await chat('tumini', ['/menu'])).out).toContain(translate('jv', say('button.report')));
    expect((await chat('tumini', ['/menu'], '--locale en')).out).toContain(
      translate('jv', say('button.report')),
    );
  });

  test('who says nothing leaves as they came', async () => {
    expect(await chat('diam', ['', '  '])).toEqual({ code: 0, out: '', err: '' });
  });

  test('is told in one sentence what is wrong with the options', async () => {
    const { code, out, err } = await place.run('chat', '--as mayor');
    expect([code, out, err]).toEqual([2, '', '--as must be one of citizen, asn, officer, supervisor.\n']);
  });

  test('is nobody invented outside of a demo', async () => {
    for (const hat of ['asn', 'officer', 'supervisor']) {
      const { code, out, err } = await place.run('chat', `--as ${hat}`, '/profil\n');
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(/^Only a demo has invented employees to chat as: .*\n$/);
    }
    expect([...(await base.sql`select 1 from staff_link`)]).toEqual([]);
  });

  test('reads letters that come while nothing is typed', async () => {
    const seal = createSeal(testKey);
    const database = connect(base.url);
    const poll = async (done: () => Promise<boolean>) => {
      while (!(await done())) await sleep(50);
    };
    const typed = async function* () {
      yield '/menu\n';
      await poll(
        async () =>
          (
            await base.sql`select from talk where last_key is not null and contact_id = (select max(id) from contact)`
          ).length > 0,
      );
      const [row] = await base.sql<{ id: number }[]>`select max(id)::int as id from contact`;
      const contact = {
        id: row?.id ?? 0,
        address: { channel: 'terminal', account: 'local', id: 'lastri' },
      } as const;
      const news = { say: { text: literal('Ada kabar dari dinas.') }, lane: 'bulk' } as const;
      await addLetters(database.sql, seal, contact, [news])[0];
      await poll(
        async () =>
          (await base.sql`select from letter where contact_id = ${contact.id} and state = 'sent'`).length > 0,
      );
    };
    const { code, out } = await place.run('chat', '--name lastri', typed());
    await database.close();
    expect(code).toBe(0);
    expect(out.split('Ada kabar dari dinas.')).toHaveLength(2);
  });

  test('without a city and without demo mode is told whom to ask', async () => {
    const empty = await testDatabase();
    const elsewhere = await workplace({ DATABASE_URL: empty.url });
    const { code, out, err } = await elsewhere.run('chat', '', 'halo\n');
    await elsewhere.leave();
    await empty.drop();
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('seed --city NAME');
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../db/database.ts';
import { createSeal } from '../../db/sealed.ts';
import { seedDemo } from '../../db/seed/demo/index.ts';
import { seedCity } from '../../db/seed/index.ts';
import { type TestDatabase, testDatabase } from '../../db/testing.ts';
import { type Workplace, workplace } from '../commands/testing/run-program.ts';
import { testKey } from '../testing/hall.ts';

let base: TestDatabase;
let place: Workplace;
beforeAll(async () => {
  base = await testDatabase();
  const database = connect(base.url);
  await seedCity(database, 'salatiga');
  await seedDemo(database, createSeal(testKey), { until: new Date() });
  await database.close();
  place = await workplace({ DATABASE_URL: base.url, DEMO: '1', APP_KEY: testKey.toString('base64') });
});
afterAll(async () => {
  await place.leave();
  await base.drop();
});

const chat = (words: string, lines: readonly string[]) => place.run('chat', words, `${lines.join('\n')}\n`);
const links = () => base.sql<{ name: string; roles: string[]; unit: string }[]>`
  select name, roles, unit_code as unit from staff_link l join employee e on e.id = l.employee_id
  where ended_at is null order by l.id`;

describe('in a demo, a terminal', () => {
  test('speaks as an invented officer of the office of street lamps, and stays that officer', async () => {
    const { code, out, err } = await chat('--name budi --as officer', ['/profil']);
    expect([code, err]).toEqual([0, '']);
    const [officer] = await links();
    expect(officer).toMatchObject({ roles: ['officer'], unit: 'dinas_perhubungan' });
    expect(out).toContain(officer?.name);
    await chat('--name budi --as officer', ['/profil']);
    expect(await links()).toHaveLength(1);
  });

  test('of somebody else is another officer, and each hat of one person a chat of its own', async () => {
    await chat('--name wati --as officer', ['/profil']);
    await chat('--name budi --as supervisor', ['/profil']);
    await chat('--name budi --as asn', ['/profil']);
    const linked = await links();
    expect(new Set(linked.map(({ name }) => name)).size).toBe(4);
    expect(linked.slice(1)).toMatchObject([
      { roles: ['officer'], unit: 'dinas_perhubungan' },
      { roles: ['supervisor'], unit: 'dinas_perhubungan' },
      { roles: ['committee'] },
    ]);
    expect((await chat('--name budi', ['/profil'])).out).not.toContain(linked[0]?.name);
  });

  test('as officer prints the report that came from a citizen’s terminal, and the citizen’s prints nothing of it', async () => {
    const workingHour = Math.round((Date.parse('2027-04-14T03:00:00Z') - Date.now()) / 1000);
    await base.sql`insert into hall_clock (id, shift_seconds) values (1, ${workingHour})
      on conflict (id) do update set shift_seconds = excluded.shift_seconds`;
    const told = async function* () {
      for (;;) {
        const [row] = await base.sql<{ n: number }[]>`
          select count(*)::int as n from letter l join staff_link s on s.contact_id = l.contact_id where l.state = 'sent'`;
        if ((row?.n ?? 0) > 0) return;
        await sleep(50);
        yield '';
      }
    };
    const words = 'lampu jalan mati di depan balai warga';
    const report = await chat('--name sri', ['/lapor', words, '1', '@-7.3315,110.5125', '1', '1', '1']);
    const ticket = /SLT-[0-9A-HJKMNP-TV-Z]{6}/.exec(report.out)?.[0] ?? 'none';
    expect(report.out).not.toContain('Laporan baru');
    const officer = await place.run('chat', '--name budi --as officer', told());
    expect(officer.out).toContain(ticket);
    expect(officer.out).toContain(words);
    expect(officer.out).toMatch(/Laporan baru[\s\S]*1\. Terima\n/);
  });
});

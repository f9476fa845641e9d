import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../testing/browser.ts';
import { formVisitor } from './testing/form-visitor.ts';
import { openPage } from './testing/open-page.ts';
import { openTestSimulator, type TestSimulator } from './testing/open-simulator.ts';
import { pageVisitor } from './testing/page-visitor.ts';

let simulator: TestSimulator;
beforeAll(async () => {
  simulator = await openTestSimulator();
});
afterAll(() => simulator.close());

const sql = () => simulator.hall.database.sql;

/** The employees that work in circles, each with the circle of its chat. */
const posts = () =>
  sql()<
    { circle: string; roles: string[]; unit: string; head: string | null; nip: string; active: boolean }[]
  >`
    select c.circle, to_json(e.roles) as roles, e.unit_code as unit, e.supervisor_nip as head, e.nip, e.active
    from staff_link l join employee e on e.id = l.employee_id join contact c on c.id = l.contact_id
    where l.ended_at is null and c.circle is not null order by e.id`;

const links = (page: string) =>
  [...page.matchAll(/<ul id="peran">([\s\S]*?)<\/ul>/g)][0]?.[1]
    ?.replace(/<[^>]+>/g, ' ')
    .split(/\s+/)
    .filter(Boolean);

describe('a newcomer', () => {
  test('holds three phones by plain links: a citizen’s, an officer’s and a supervisor’s', async () => {
    const visitor = formVisitor(simulator);
    expect(links(await visitor.page())).toEqual(['Warga', 'Petugas', 'Atasan']);
    expect(await visitor.page('petugas')).toMatch(/<a href="\/coba\?as=petugas" aria-current="page">Petugas/);
    expect(await visitor.page('atasan')).toContain('laporannya tiba di sini');
  });

  test('is an invented employee of the office of street lamps on the staff phones, and nobody on the citizen’s', async () => {
    const visitor = formVisitor(simulator);
    await visitor.post({ do: 'type', text: 'halo' });
    await visitor.post({ as: 'petugas', do: 'type', text: '/profil' });
    await visitor.post({ as: 'atasan', do: 'type', text: '/profil' });
    expect(await visitor.page('petugas')).toContain('Danu Wiraloka, S.T.');
    expect(await visitor.page('petugas')).toContain('Dinas Perhubungan');
    expect(await visitor.page('atasan')).toContain('Ratih Kalimasada, M.Si.');
    await visitor.post({ do: 'type', text: '/profil' });
    expect(await visitor.page()).not.toContain('Wiraloka');
  });

  test('has officers who can be written to from the first word on, and are not told of their own greeting', async () => {
    const visitor = formVisitor(simulator);
    await visitor.post({ do: 'type', text: 'halo' });
    expect(links(await visitor.page())).toEqual(['Warga', 'Petugas', 'Atasan']);
    expect(await visitor.page('petugas')).toContain('Selamat datang');
  });

  test('reads how many messages came to another phone, until it is looked at', async () => {
    const visitor = formVisitor(simulator);
    await visitor.post({ as: 'petugas', do: 'type', text: '/bantuan' });
    await visitor.post({ as: 'petugas', do: 'type', text: '/bantuan' });
    expect(links(await visitor.page())).toEqual(['Warga', 'Petugas', '2', '2', 'pesan', 'baru', 'Atasan']);
    await visitor.page('petugas');
    expect(links(await visitor.page())).toEqual(['Warga', 'Petugas', 'Atasan']);
  });

  test('who starts anew on the officer’s phone is still that officer', async () => {
    const visitor = formVisitor(simulator);
    await visitor.post({ as: 'petugas', do: 'type', text: '/profil' });
    const before = await posts();
    await visitor.post({ as: 'petugas', do: 'reset' });
    await visitor.post({ as: 'petugas', do: 'type', text: '/profil' });
    expect(await visitor.page('petugas')).toContain('Danu Wiraloka');
    expect((await posts()).map(({ nip }) => nip).sort()).toEqual(before.map(({ nip }) => nip).sort());
  });
});

/** A working day at ten, when the office is open. */
const openHour = Date.parse('2027-04-14T03:00:00Z');
const openOffice = async () =>
  simulator.hall.clock.shift(Math.round((openHour - simulator.hall.clock.now().getTime()) / 1000));

const report = async (visitor: ReturnType<typeof formVisitor>): Promise<string> => {
  await visitor.post({ scenario: 'lampu' }, '/coba/skenario');
  return (await visitor.page()).match(/SLT-[0-9A-HJKMNP-TV-Z]{6}/g)?.at(-1) ?? 'no number';
};

describe('a lamp that a visitor reports', () => {
  test('arrives at the visitor’s own officer and at no other visitor’s', async () => {
    await openOffice();
    const [one, other] = [formVisitor(simulator), formVisitor(simulator)];
    await other.post({ do: 'type', text: 'halo' });
    const ticket = await report(one);
    expect(await one.page('petugas')).toContain(ticket);
    expect(await one.page('petugas')).toContain('Laporan baru');
    expect(await other.page('petugas')).not.toContain('Laporan baru');
    expect(await other.page('atasan')).not.toContain(ticket);
  });

  test('is answered by itself where a newcomer wants to see it, and the answer arrives at the citizen', async () => {
    await openOffice();
    const visitor = formVisitor(simulator);
    await visitor.post({ as: 'petugas', scenario: 'petugas' }, '/coba/skenario');
    expect(await visitor.page('petugas')).toContain('Terkirim ke warga');
    expect(await visitor.page()).toContain('Lampunya sudah kami ganti');
  });
});

test('on the live page the switch tells that a report has come to the officer, who takes it by keyboard', async () => {
  await openOffice();
  const browser = await openBrowser();
  const { page, faults, close } = await openPage(browser, simulator.url, { hurry: true });
  const { reads, receipt, tabTo } = pageVisitor(page);
  await page.getByRole('button', { name: /^Lampu jalan mati/ }).click();
  const ticket = await receipt();
  const officer = page
    .getByRole('navigation', { name: 'Sebagai siapa' })
    .getByRole('link', { name: /^Petugas/ });
  await officer.filter({ hasText: '1 pesan baru' }).waitFor();
  await officer.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/as=petugas/);
  await reads(`Laporan baru ${ticket}`);
  expect(await officer.textContent()).toBe('Petugas');
  await page.locator('#tulis').focus();
  await tabTo('Terima', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await reads(`Laporan ${ticket} sekarang Bapak/Ibu yang tangani`);
  await close();
  await browser.close();
  expect(faults).toEqual([]);
}, 60_000);

describe('visitors', () => {
  test('are circles of their own: citizens and officers of one share it, and nobody else', async () => {
    const [one, other] = [formVisitor(simulator), formVisitor(simulator)];
    const seen = new Set((await posts()).map(({ circle }) => circle));
    for (const visitor of [one, other]) {
      await visitor.post({ do: 'type', text: 'halo' });
      await visitor.post({ as: 'bayu', do: 'type', text: 'halo' });
    }
    const fresh = (await posts()).filter(({ circle }) => !seen.has(circle));
    const circles = Map.groupBy(fresh, ({ circle }) => circle);
    expect(circles.size).toBe(2);
    for (const [circle, staff] of circles) {
      expect(staff.map(({ roles }) => roles)).toEqual([['supervisor'], ['officer']]);
      expect(staff.map(({ unit }) => unit)).toEqual(['dinas_perhubungan', 'dinas_perhubungan']);
      expect(staff[1]?.head).toBe(staff[0]?.nip);
      const [{ n } = { n: 0 }] = await sql()<{ n: number }[]>`
        select count(*)::int as n from contact where circle = ${circle}`;
      expect(n).toBe(4);
    }
    expect([...(await sql()`select 1 from contact where account = 'demo' and circle is not null`)]).toEqual(
      [],
    );
  });
});

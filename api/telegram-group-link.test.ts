import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestHall } from './testing/hall.ts';
import { heard, newGroupId, type Office, openOffice, said, somebody } from './testing/office-group.ts';

let office: Office;
let house: TestHall;
beforeAll(async () => {
  office = await openOffice();
  house = office.house;
});
afterAll(() => house.close());
beforeEach(() => office.forgetTries());

describe('an office’s group', () => {
  test('is told how it becomes one when the bot is let in, and not when its rights there change', async () => {
    const group = office.newGroup();
    group.addBot(office.budi);
    await office.settled();
    expect(said(group)).toEqual([
      expect.stringMatching(/^Halo, saya Sapa Salatiga\. Untuk menjadikan grup ini/),
    ]);
    expect(house.emulator.calls().at(-1)?.chat).not.toBe(String(office.budi.id));
  });

  test('is linked by its supervisor, once, and the message with the code is taken away', async () => {
    const group = office.newGroup();
    const code = await office.code();
    group.as(office.sri.person).type(`/hubungkan ${code}`);
    expect((await group.next()).text).toMatch(/^Grup ini sekarang ruang kerja Badan .*catatan internal/s);
    await office.settled();
    expect(group.messages().map(({ deleted }) => deleted)).toEqual([true, false]);
    const other = office.newGroup();
    other.as(office.sri.person).type(`/hubungkan ${code}`);
    expect((await other.next()).text).toMatch(/^Kode tidak cocok/);
  });

  test('is linked also where the bot may take nothing away', async () => {
    const group = await office.linkedGroup({ role: 'member' });
    expect(said(group)).toEqual([expect.stringMatching(/^Grup ini sekarang ruang kerja/)]);
    expect(group.messages()[0]?.deleted).toBe(false);
  });

  test('is linked by no officer and by no stranger, who are told kindly and leave no trace', async () => {
    const group = office.newGroup();
    const code = await office.code();
    const before = await office.contacts();
    for (const who of [office.rina.person, office.budi]) {
      group.as(who).type(`/hubungkan ${code}`);
      expect((await group.next()).text).toMatch(/^Maaf, grup hanya dapat dihubungkan oleh atasan/);
    }
    await office.settled();
    expect(await office.contacts()).toBe(before);
    expect(group.messages().filter(({ from, deleted }) => from === 'person' && !deleted)).toEqual([]);
    group.as(office.sri.person).type(`/hubungkan ${code}`);
    expect((await group.next()).text).toMatch(/^Grup ini sekarang/);
  });

  test('is linked by a code that was typed for it five times an hour at most, in whichever groups', async () => {
    const tini = await somebody(house, 'Tini', ['supervisor']);
    await office.forgetTries();
    const code = await office.code();
    for (let i = 0; i < 5; i++) {
      const group = office.newGroup();
      group.as(tini.person).type(`/hubungkan 0000-0000-0000${i}`);
      expect((await group.next()).text).toMatch(/^Kode tidak cocok/);
    }
    const group = office.newGroup();
    group.as(tini.person).type(`/hubungkan ${code}`);
    expect((await group.next()).text).toMatch(/^Sudah terlalu banyak kode/);
    await house.hall.clock.shift(3_700);
    group.as(tini.person).type(`/hubungkan ${code}`);
    expect((await group.next()).text).toMatch(/^Grup ini sekarang/);
  });

  test('gives way to a new one, and is told so', async () => {
    const old = await office.linkedGroup();
    const fresh = await office.linkedGroup();
    await house.hall.deliver();
    expect(said(old).at(-1)).toMatch(/^Ruang kerja kantor sekarang ada di grup lain/);
    const ticket = await office.newReport();
    const room = await office.announce(ticket);
    expect(said(fresh).at(-1)).toBe(`Laporan baru ${ticket}`);
    expect(room.address.id).not.toContain('/');
    expect(said(old).join()).not.toContain(ticket);
  });

  test('ends when the bot is put out, and can be linked again', async () => {
    const group = await office.linkedGroup();
    const ticket = await office.newReport();
    group.removeBot(office.sri.person);
    await office.settled();
    expect(await house.hall.roomOf(office.unit, ticket)).toBeUndefined();
    group.addBot(office.sri.person);
    group.as(office.sri.person).type(`/hubungkan ${await office.code()}`);
    await office.settled();
    expect(await house.hall.roomOf(office.unit, ticket)).toBeDefined();
  });

  test('stays linked when it becomes a supergroup', async () => {
    const group = await office.linkedGroup({ id: -612_001, basic: true });
    const ticket = await office.newReport();
    const to = newGroupId();
    group.upgrade(to);
    await office.settled();
    const room = await office.announce(ticket);
    expect(room.address.id).toBe(String(to));
    const upgraded = house.emulator.group({ id: to, title: 'Grup Contoh' });
    expect(said(upgraded)).toEqual([`Laporan baru ${ticket}`]);
  });

  test('gets a topic for each report once somebody has written there since it has topics', async () => {
    const id = newGroupId();
    const group = await office.linkedGroup({ id });
    const ticket = await office.newReport();
    group.openForum();
    expect((await office.announce(ticket)).address.id).toBe(String(id));
    group.as(office.rina.person).type('/tiket');
    await office.settled();
    await heard(office.rina);
    expect((await office.announce(ticket)).address.id).toMatch(`${id}/`);
    expect(group.topics()).toHaveLength(1);
  });

  test('is linked by a code of the last 72 hours only', async () => {
    const [early, late] = [await office.code(), office.newGroup()];
    await house.hall.clock.shift(73 * 3600);
    late.as(office.sri.person).type(`/hubungkan ${early}`);
    expect((await late.next()).text).toMatch(/^Kode tidak cocok/);
    const fresh = await office.code();
    await house.hall.clock.shift(71 * 3600);
    late.as(office.sri.person).type(`/hubungkan ${fresh}`);
    expect((await late.next()).text).toMatch(/^Grup ini sekarang/);
  });

  test('is linked by the latest code only', async () => {
    const [first, second, group] = [await office.code(), await office.code(), office.newGroup()];
    group.as(office.sri.person).type(`/hubungkan ${first}`);
    expect((await group.next()).text).toMatch(/^Kode tidak cocok/);
    group.as(office.sri.person).type(`/hubungkan ${second}`);
    expect((await group.next()).text).toMatch(/^Grup ini sekarang/);
  });

  test('is linked by no supervisor of another office', async () => {
    const [code, group] = [await office.code(), office.newGroup()];
    const { sql } = house.hall.database;
    const guest = await somebody(house, 'Joko', ['supervisor']);
    await sql`update employee set unit_code = (select max(code) from unit) where name = 'Joko'`;
    group.as(guest.person).type(`/hubungkan ${code}`);
    expect((await group.next()).text).toMatch(/^Maaf, grup hanya dapat dihubungkan oleh atasan/);
  });
});

describe('/hubungkan in a private chat', () => {
  test('gives a supervisor a code, which links the office’s group', async () => {
    office.sri.phone.type('/hubungkan');
    const [text = ''] = await heard(office.sri);
    expect(text).toMatch(/^Kode untuk grup Badan /);
    const [, code] = /\/hubungkan (\S+)/.exec(text) ?? [];
    const group = office.newGroup();
    group.as(office.sri.person).type(`/hubungkan ${code}`);
    expect((await group.next()).text).toMatch(/^Grup ini sekarang/);
  });

  test('tells everybody else where codes come from, and where one is typed', async () => {
    for (const who of [office.rina, office.wati]) {
      who.phone.type('/hubungkan');
      expect(await heard(who)).toEqual([
        expect.stringMatching(/^Grup kantor dihubungkan dengan kode dari atasan/),
      ]);
      who.phone.type('/hubungkan 7K4P-Q2ZX-M09AB');
      expect(await heard(who)).toEqual([expect.stringMatching(/^Kode grup diketik di grup kantor/)]);
    }
  });
});

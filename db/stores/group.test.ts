import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice } from '../../api/testing/office-group.ts';
import { Overtaken } from '../overtaken.ts';
import { linkGroup, makeGroupCode } from './group.ts';
import { writeNote } from './note.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.house.close());

const contactOf = async (who: Office['rina']) => {
  const address = { channel: 'telegram', account: '4242', id: String(who.person.id) } as const;
  return (await office.house.hall.sessions.open(address, true)).contact;
};

const codeAt = async (now: Date): Promise<string> => {
  const { database, seal } = office.house.hall;
  const made = await makeGroupCode(database.sql, seal, { unit: office.unit, now, random: randomBytes });
  return made === 'unknown' ? made : made.code;
};

const linking = async (code: string, now: Date) => {
  const { database, seal } = office.house.hall;
  const group = { unit: office.unit, code, chat: '-1001234599999', topics: false } as const;
  const who = await contactOf(office.sri);
  return database.sql.begin((tx) => linkGroup(tx, seal, who, { do: 'group.link', ...group }, now));
};

describe('a code of a group is judged once more where it is used:', () => {
  const now = new Date('2026-11-18T02:00:00Z');
  const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

  test('one that ran out meanwhile links nothing', async () => {
    await expect(linking(await codeAt(now), hours(72))).rejects.toThrow(Overtaken);
  });

  test('of two who use it at one moment one does', async () => {
    const code = await codeAt(now);
    const came = await Promise.allSettled([linking(code, hours(1)), linking(code, hours(1))]);
    expect(came.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('only a keyed hash of it is kept', async () => {
    const code = await codeAt(now);
    const rows = await office.house.hall.database.sql`select group_code::text as row from group_code`;
    expect(JSON.stringify(rows)).not.toContain(code);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(code).toString('hex'));
  });
});

describe('a note', () => {
  const write = async (who: Office['rina'], ticket: string) => {
    const { database, seal, city, clock } = office.house.hall;
    const note = { do: 'report.note', ticket, words: 'sudah dicek' } as const;
    await writeNote(database.sql, seal, city(), await contactOf(who), note, clock.now());
  };

  test('is written by whoever works on the report, sealed', async () => {
    const ticket = await office.newReport();
    await write(office.rina, ticket);
    await write(office.sri, ticket);
    expect(await office.notes(ticket)).toEqual(['sudah dicek', 'sudah dicek']);
    const rows = await office.house.hall.database.sql`select note::text as row from note`;
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('sudah dicek').toString('hex'));
  });

  test('is dropped of a citizen, of another office, and of a supervisor on a Tertutup report', async () => {
    const [ticket, closed] = [await office.newReport(), await office.newReport({ confidential: true })];
    await write(office.wati, ticket);
    await write(office.sri, closed);
    await office.house.hall.database
      .sql`update report set unit_code = (select max(code) from unit) where ticket = ${ticket}`;
    await write(office.rina, ticket);
    expect([await office.notes(ticket), await office.notes(closed)]).toEqual([[], []]);
  });
});

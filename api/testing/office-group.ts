import { randomBytes } from 'node:crypto';
import type { Group, GroupSetting, Person } from '../../bot/channels/telegram/emulator/index.ts';
import { literal } from '../../bot/conversation/reply.ts';
import type { GroupRoom } from '../../bot/groups.ts';
import { makeCode } from '../../db/stores/activation.ts';
import { makeGroupCode } from '../../db/stores/group.ts';
import { addLetters } from '../../db/stores/letter.ts';
import { placeOfNote } from '../../db/stores/note.ts';
import { hireSomebody } from './employee.ts';
import { openTestHall, type TestHall } from './hall.ts';

let people = 61_000;
let groups = 0;

/** Somebody with a phone, who works for the first office and has linked this chat, or does not. */
export const somebody = async (house: TestHall, name: string, roles?: string[]) => {
  const person: Person = { id: people++, firstName: name };
  const actor = house.actor(person);
  actor.phone.type('/start');
  await actor.seen();
  if (!roles) return { person, ...actor };
  const { database, seal, clock } = house.hall;
  const nip = await hireSomebody(database.sql, { name, roles });
  const made = await makeCode(database.sql, seal, { nip, now: clock.now(), random: randomBytes });
  if (typeof made === 'string') throw new Error(made);
  actor.phone.type(`/masuk ${made.code}`);
  await actor.seen();
  return { person, ...actor };
};

/** The number of a group that nobody has yet. */
export const newGroupId = (): number => -1_001_234_500_000 - ++groups;

export const firstUnit = async ({ hall }: TestHall): Promise<string> =>
  (await hall.database.sql<{ code: string }[]>`select min(code) as code from unit`)[0]?.code ?? '';

export const groupCodeFor = async (house: TestHall, unit: string): Promise<string> => {
  const { database, seal, clock } = house.hall;
  const made = await makeGroupCode(database.sql, seal, { unit, now: clock.now(), random: randomBytes });
  if (made === 'unknown') throw new Error(made);
  return made.code;
};

/** A report that lies with an office, as if filed. */
export const reportAt = async (
  { hall }: TestHall,
  unit: string,
  {
    ticket,
    category = 'lampu_jalan',
    confidential = false,
    reporter,
  }: { ticket: string; category?: string; confidential?: boolean; reporter?: number },
): Promise<string> => {
  const at = hall.clock.now().toISOString();
  await hall.database
    .sql`insert into report (ticket, kind, category, unit_code, state, anonymous, confidential, words, reporter_id,
      channel, received_at, first_answer_due, resolve_due)
    values (${ticket}, 'pengaduan', ${category}, ${unit}, 'diteruskan', true, ${confidential}, ${confidential ? null : 'lampu mati'},
      ${reporter ?? null}, 'telegram', ${at}, current_date + 7, current_date + 14)`;
  await hall.database.sql`insert into report_event (report_id, at, action, state, actor)
    select id, received_at, step.action, step.state, step.actor from report,
      (values ('received', 'diterima', 'citizen'), ('forward', 'diteruskan', 'clock')) as step (action, state, actor)
    where ticket = ${ticket}`;
  return ticket;
};

export type Somebody = Awaited<ReturnType<typeof somebody>>;
export type Office = Awaited<ReturnType<typeof openOffice>>;

/** What the bot said to somebody since they last looked. */
export const heard = async (who: Somebody) => (await who.seen()).map(({ text }) => text);

/** What the bot has said in a group and has not taken back. */
export const said = (group: Group) =>
  group.messages().flatMap(({ from, text, deleted }) => (from === 'bot' && text && !deleted ? [text] : []));

export const threadOf = ({ address }: GroupRoom): number => Number(address.id.split('/')[1]);

const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An office with two officers and a supervisor, a citizen and a stranger, before a real database and the strict Telegram. */
export const openOffice = async () => {
  const house = await openTestHall();
  const { database, seal } = house.hall;
  const { sql } = database;
  const unit = await firstUnit(house);
  const nobody = house.actor();
  const [rina, dewi, sri, wati] = await Promise.all([
    somebody(house, 'Rina', ['officer']),
    somebody(house, 'Dewi', ['officer']),
    somebody(house, 'Sri', ['supervisor']),
    somebody(house, 'Wati'),
  ]);
  const settled = async () => void (await nobody.seen());
  const newGroup = (setting: Partial<GroupSetting> = {}) =>
    house.emulator.group({ id: newGroupId(), title: 'Grup Contoh', ...setting });
  let tickets = 0;
  return {
    house,
    unit,
    rina,
    dewi,
    sri,
    wati,
    budi: { id: 69_999, firstName: 'Budi' },
    settled,
    newGroup,
    code: () => groupCodeFor(house, unit),
    /** The office's new group, linked by its supervisor. */
    linkedGroup: async (setting: Partial<GroupSetting> = {}) => {
      const group = newGroup(setting);
      group.as(sri.person).type(`/hubungkan ${await groupCodeFor(house, unit)}`);
      await settled();
      return group;
    },
    contacts: async (): Promise<number> => Number((await sql`select count(*) from contact`)[0]?.count),
    /** One supervisor links the groups of all these tests, more than a person may in an hour. */
    forgetTries: async () => void (await sql`delete from code_try`),
    notes: async (ticket: string): Promise<string[]> => {
      const rows = await sql<{ sealed: Uint8Array }[]>`
        select note.sealed from note join report on report.id = report_id where ticket = ${ticket} order by note.id`;
      return rows.map(({ sealed }) => seal.open('report', placeOfNote(ticket), sealed));
    },
    events: async (ticket: string): Promise<string[]> => {
      const rows = await sql<{ action: string }[]>`
        select action from report_event e join report r on r.id = e.report_id where ticket = ${ticket} order by e.id`;
      return rows.map(({ action }) => action);
    },
    newReport: (more: Partial<Parameters<typeof reportAt>[2]> = {}): Promise<string> => {
      const n = tickets++;
      return reportAt(house, unit, { ticket: `SLT-8K4P${signs[n >> 5]}${signs[n & 31]}`, ...more });
    },
    /** Puts the card of a report into its room, as whoever announces it would. */
    announce: async (ticket: string): Promise<GroupRoom> => {
      const room = await house.hall.roomOf(unit, ticket);
      if (!room) throw new Error('no room');
      const card = {
        text: literal(`Laporan baru ${ticket}`),
        about: `report:${ticket}`,
        choices: [
          { id: `go:accept:${ticket}`, label: literal('Terima') },
          { id: `go:answer:${ticket}`, label: literal('Balas') },
        ],
      };
      await Promise.all(addLetters(sql, seal, room, [{ say: card, lane: 'interactive' }]));
      await house.hall.deliver({ contact: room.id });
      return room;
    },
  };
};

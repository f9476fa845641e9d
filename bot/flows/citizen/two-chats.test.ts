import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { ask, finish, officeSteps, pressDoor } from '../../../api/testing/office-steps.ts';
import { onlyOn } from '../../../api/testing/renderings/rendering.ts';
import { fileReport } from '../../../api/testing/staff.ts';
import { playTranscript } from '../../conversation/transcript.ts';
import { tellOfLevy } from './testing/tell-of-levy.ts';

let house: TestHall;
let office: Awaited<ReturnType<typeof officeSteps>>;
beforeAll(async () => {
  house = await openTestHall();
  await house.hall.clock.shift(Math.round((Date.UTC(2026, 10, 23, 3) - Date.now()) / 1000));
  office = await officeSteps(house);
});
afterAll(() => house.close());

type Chat = ReturnType<TestHall['actor']>;
const join = async (first: Chat, second: Chat): Promise<void> => {
  await first.seen();
  const { names } = await playTranscript(
    '> /kanal\n…\n> [Sambung chat lain]\n…\nSAMBUNG {code}\n…\n…',
    first,
  );
  await second.seen();
  await playTranscript(`> SAMBUNG ${names.get('code')}\n…\n> [Kirim]\nKedua chat sekarang…\n…`, second);
  await first.seen();
};

let sri: Chat;
let other: Chat;
let ticket: string;
let nth = 0;
/** Each at a place of its own, so that none is taken for another. */
const file = (actor: Chat, more: Partial<Parameters<typeof fileReport>[1]> = {}) => {
  const [row, column] = [nth % 6, Math.floor(nth++ / 6)];
  const at = `${(-7.3315 - row * 0.0035).toFixed(4)},${(110.4975 + column * 0.0035).toFixed(4)}`;
  return fileReport(house, { actor, at, ...more });
};
beforeEach(async () => {
  sri = house.actor();
  other = house.actor();
  ticket = await file(sri);
  await join(sri, other);
});

const play = async (script: string, actor: Chat) => {
  await actor.seen();
  return playTranscript(script, actor, new Map([['ticket', ticket]]));
};
const press = (door: string, actor: Chat) => pressDoor(actor, `${door}:${ticket}`);
const stateOf = async () =>
  (await house.hall.database.sql`select state from report where ticket = ${ticket}`)[0]?.state;
const scores = async () =>
  (
    await house.hall.database
      .sql`select score from rating join report r on r.id = report_id where ticket = ${ticket}`
  ).map(({ score }) => score);
const followers = async () =>
  (
    await house.hall.database
      .sql`select 1 from follower f join report r on r.id = f.report_id where ticket = ${ticket}`
  ).length;
const lettersAbout = async (actor: Chat) => (await actor.seen()).filter(({ text }) => text.includes(ticket));

describe('a report, in the other chat of whoever wrote it,', () => {
  test('is in their list, and opens with all that was said', async () => {
    await play('> status\nLaporan yang mana?…\n> 1\nLaporan {ticket} · …\n…', other);
    const { transcript } = await play('> /cek {ticket}\nLaporan {ticket} · …\n…', other);
    expect(transcript).toContain('Boleh ditelepon');
    expect(transcript).not.toContain('Ikut dikabari');
  });

  test('can be added to, and is the reporter’s own word', async () => {
    await press('add', other);
    await play('> tiangnya nomor empat belas\nTerima kasih…', other);
    const [last] = await house.hall.database.sql`select e.action, e.detail from report_event e
      join report r on r.id = e.report_id where ticket = ${ticket} order by e.id desc limit 1`;
    expect(last).toEqual({ action: 'add', detail: {} });
  });

  test('can be answered by plain words where the office asks', async () => {
    await office(ticket, ...ask);
    await play(
      '> nomor empat belas, dekat lampu merah yang mati\n…\n> [Kirim]\nTerima kasih, jawaban untuk laporan {ticket}…',
      other,
    );
    expect(await stateOf()).toBe('diproses');
  });

  test('is closed and rated, and the rating of both chats is one', async () => {
    await office(ticket, ...finish);
    await press('solved', other);
    await play('> 4\nSatu lagi…\n> lewati\nTerima kasih banyak…', other);
    expect([await stateOf(), await scores()]).toEqual(['selesai', [4]]);
    await press('rate', sri);
    await play('> 1\nSatu lagi…\n> lambat sekali\nTerima kasih banyak…', sri);
    expect(await scores()).toEqual([4]);
  });

  test('is not solved from there either while it is not', async () => {
    await office(ticket, ...finish);
    await press('unsolved', other);
    await play('> masih mati\n…', other);
    expect(await stateOf()).toBe('dibuka_kembali');
  });

  test('cannot be followed, and one that a neighbour follows is followed in both chats', async () => {
    await press('follow', other);
    expect(await followers()).toBe(0);
    ticket = await file(house.actor());
    await press('follow', sri);
    await press('follow', other);
    expect(await followers()).toBe(1);
    await press('unfollow', other);
    expect(await followers()).toBe(0);
  });

  test('is told of once, where it was followed there before', async () => {
    const third = house.actor();
    await play('> /cek {ticket}\n…\n> [Ikut dikabari]\n…', third);
    expect(await followers()).toBe(1);
    await join(sri, third);
    await Promise.all([sri.seen(), third.seen()]);
    await office(ticket, ...finish);
    expect(await lettersAbout(sri)).toHaveLength(1);
    expect(await lettersAbout(third)).toEqual([]);
  });

  onlyOn(
    'telegram',
    'whatsapp-cloud',
    'whatsapp-linked',
  )('is news there from then on, and a reply to the news finds it', async () => {
    await play('> /kanal\n…\n> [Kabar ke chat ini]\nBaik, mulai sekarang kabar laporan…\n…', other);
    await sri.seen();
    await office(ticket, ...finish);
    expect(await sri.seen()).toEqual([]);
    expect(other.heard().at(-1)).toContain('lampunya sudah diganti');
    await other.reply('lampunya sudah diganti', 'terima kasih, sudah menyala');
    expect((await other.seen()).map(({ text }) => text).join()).toContain(ticket);
  });

  test('with its words kept closed opens as well', async () => {
    ticket = await file(sri, { identity: 'Tertutup' });
    const { transcript } = await play('> /cek {ticket}\nLaporan {ticket} · …\n…', other);
    expect(transcript).toContain('Tambah keterangan');
  });
});

describe('a report stays with the chat it was written in', () => {
  test('when it is sensitive', async () => {
    const { reporter, ticket: levy } = await tellOfLevy(house);
    const third = house.actor();
    await join(reporter, third);
    await playTranscript(`> /cek ${levy}\nLaporan ${levy}\n…`, reporter);
    const unknown = async (number: string) => {
      await third.seen();
      const { transcript } = await playTranscript(`> /cek ${number}\n…`, third);
      return transcript.replaceAll(number, '#');
    };
    expect(await unknown(levy)).toBe(await unknown('SLT-Z9ZZ9Z'));
  });

  test('when its category has become sensitive since', async () => {
    const { sql } = house.hall.database;
    const become = (sensitive: string) =>
      sql`update category set sensitive = ${sensitive} where key = (select category from report where ticket = ${ticket})`;
    const told = async (number: string, actor: Chat) => {
      await actor.seen();
      const { transcript } = await playTranscript(`> /cek ${number}\n…`, actor);
      return transcript.replaceAll(number, '#');
    };
    await become('integritas');
    const unknown = await told('SLT-Z9ZZ9Z', other);
    const seen = [await told(ticket, other), await told(ticket, sri)];
    await become('none');
    expect(seen[0]).toBe(unknown);
    expect(seen[1]).not.toBe(unknown);
  });

  test('when the two do not try the service out together', async () => {
    const { sql } = house.hall.database;
    await sql`update contact set circle = 'visitor' where id = (select max(id) from contact where person is not null)`;
    const { transcript } = await play('> /cek {ticket}\nLaporan {ticket} · …\n…', other);
    expect(transcript).toContain('Ikut dikabari');
  });

  test('when they are parted again', async () => {
    await play('> /kanal\n…\n> [Lepas chat ini]\n…\n> ya\nBaik…', other);
    const { transcript } = await play('> /cek {ticket}\nLaporan {ticket} · …\n…', other);
    expect(transcript).toContain('Ikut dikabari');
    await office(ticket, ...finish);
    await press('solved', other);
    expect(await stateOf()).toBe('ditindaklanjuti');
  });

  test('when a step is decided as one and written as another’s', async () => {
    await office(ticket, ...finish);
    await press('solved', house.actor());
    expect(await stateOf()).toBe('ditindaklanjuti');
  });
});

describe('what is held of somebody with two chats', () => {
  test('names the other one', async () => {
    const { transcript } = await play('> /datasaya\n…\n> [Lihat]\nPermintaan…\n…\n…\n…', other);
    expect(transcript).toMatch(/• Chat lain yang Bapak\/Ibu sambungkan: \S+/);
  });

  test('is forgotten with the chat, and the others stay as they are', async () => {
    const third = house.actor();
    await join(sri, third);
    await play('> /kanal\n…\n> [Kabar ke chat ini]\nBaik…\n…', other);
    await play('> /kanal\n…\n> [Kabar ke chat ini]\nBaik…\n…', third);
    await play('> /kanal\n…\n> [Sambung chat lain]\n…\nSAMBUNG {code}\n…\n…', other);
    const people = () => house.hall.database.sql<
      { person: string | null; chosen: boolean; code: boolean }[]
    >`select person, chosen_at is not null as chosen, exists (select 1 from pairing_code where contact_id = c.id) as code
      from (select * from contact order by id desc limit 3) c order by id`;
    const before = await people();
    expect(before.map(({ chosen, code }) => [chosen, code])).toEqual([
      [false, false],
      [true, true],
      [true, false],
    ]);
    await play('> hapus data\n…\n> [Semua data saya]\n…\n> [Kirim]\n…', other);
    const after = await people();
    expect(after[1]).toEqual({ person: null, chosen: false, code: false });
    expect([after[0], after[2]]).toEqual([before[0], before[2]]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hireSomebody } from '../../api/testing/employee.ts';
import type { Channel } from '../channels/channel.ts';
import { can as telegram } from '../channels/telegram/can.ts';
import { literal, type Reply, say } from '../conversation/reply.ts';
import { answerSoon } from '../flows/citizen/answer-soon.ts';
import { neutralNews } from '../flows/citizen/news.ts';
import { reminderReply } from '../flows/officer/reminder-reply.ts';
import type { Letter } from '../ports.ts';
import { type Reach, reachOf } from './letter-reach.ts';
import { openWhatsAppRoom, type WhatsAppRoom } from './testing/whatsapp-room.ts';

const ticket = 'SLT-7K4PQ2';
const secret = { citizen: 'kabar warga', work: 'kabar dinas' };

const citizen: Reply = { text: literal(secret.citizen), about: `report:${ticket}` };
const work: Reply = { text: literal(secret.work), about: `case:${ticket}` };
const nudge: Reply = { text: say('draft.nudge', { draft: literal('lapor') }) };
const reminder = reminderReply(
  { stage: 'half_time', key: 'settle:half', due: '2026-11-30' } as Parameters<typeof reminderReply>[0],
  { ticket, category: literal('Lampu Jalan'), today: '2026-11-23' },
  [],
);
const question: Reply = { text: say('handover.new', { number: 'B-1', words: literal('?') }) };
const asked: Reply = { text: say('rater.asked'), about: 'asked:N-7K4PQ2' };
const answered: Reply = {
  text: { join: [say('handover.answered', { number: 'B-1' }), say('warning.money')], by: '\n\n' },
};

describe('whose a letter is', () => {
  test.each<[string, Reply, Reach]>([
    ['news of a report', citizen, 'person'],
    ['a first answer that comes soon', answerSoon(ticket, 'Dinas Perhubungan', '2026-11-30'), 'person'],
    ['what an officer answered', answered, 'person'],
    ['a report to work on', work, 'employee'],
    ['a reminder of a promise', reminder, 'employee'],
    ['a citizen’s question', question, 'employee'],
    ['somebody who lets themselves be asked', { text: say('rater.new') }, 'employee'],
    ['what they answered', { text: say('rater.answer') }, 'employee'],
    ['what a complaints officer asks', asked, 'person'],
    ['the figures of a week', { text: say('digest.week') }, 'employee'],
    ['the week of an office’s survey', { text: { join: [say('survey-week.title')], by: '' } }, 'employee'],
    ['a case for a team', { text: { join: [say('team-case.title')], by: '' } }, 'employee'],
    [
      'a goal for an office',
      { text: { join: [{ join: [say('coaching.title')], by: '' }], by: '' } },
      'employee',
    ],
    ['a goal looked back at', { text: { join: [say('coaching-check.title')], by: '' } }, 'employee'],
    ['what is proposed to a head', { text: { join: [say('survey-proposal.title')], by: '' } }, 'employee'],
    ['what an office changed', { text: { join: [say('survey-change.slogan')], by: '' } }, 'person'],
    ['news of a sensitive thread', neutralNews(`go:track:${ticket}`), 'home'],
    ['news of a sensitive thread that was noted', { ...neutralNews('go:track:'), note: literal('') }, 'home'],
    ['a draft that waits', nudge, 'home'],
    ['that somebody has joined this chat', { text: say('pair.joined') }, 'home'],
    ['who wrote a sensitive report', { text: say('reveal.show') }, 'home'],
    ['words of which nothing is known', { text: literal('halo') }, 'unsaid'],
  ])('%s', (_, reply, reach) => {
    expect(reachOf({ say: reply }, reply)).toBe(reach);
  });

  test('a reminder is work, whatever it says when it is sent', () => {
    const reply = { text: literal('Pekan lalu 12 laporan warga tuntas.') };
    expect(reachOf({ say: 'remind' }, reply)).toBe('employee');
  });

  test('an answer, and the question that stands open, is of their chat whatever they are about', () => {
    for (const about of [`report:${ticket}`, `case:${ticket}`]) {
      const reply = { text: literal(''), about };
      expect(reachOf({ say: reply, answer: true }, reply)).toBe('home');
      expect(reachOf({ say: 'ask' }, reply)).toBe('home');
    }
  });
});

let room: WhatsAppRoom;
let number = 0;
beforeAll(async () => {
  room = await openWhatsAppRoom();
  await room.sql`insert into unit (code, name) values ('dinas', 'Dinas Perhubungan')`;
});
afterAll(() => room.close());

/** What Telegram heard, chat by chat. */
let heard: { [chat: string]: string[] };
beforeEach(async () => {
  await room.clear();
  heard = {};
  const channel: Channel<readonly [string, string]> = {
    name: 'telegram',
    account: '7',
    can: telegram,
    parse: () => [],
    encode: ({ id }, { texts }) => texts.map((text) => [id, text] as const),
    send: async ([id, text]) => {
      heard[id] = [...(heard[id] ?? []), text];
      return { ok: true, id: String(++number) };
    },
    fetch: async () => ({ ok: false, again: false, detail: '' }),
  };
  room.add(channel);
});

const chat = async (name: string) => {
  const { contact } = await room.sessions.open(
    { channel: 'telegram', account: '7', id: `${name}${++number}` },
    true,
  );
  return { id: contact.id, heard: () => heard[contact.address.id] ?? [] };
};

const join = (...ids: readonly number[]) =>
  room.sql`update contact set person = (select gen_random_uuid()) where id in ${room.sql([...ids])}`.then(
    () =>
      room.sql`update contact set person = (select person from contact where id = ${ids[0] ?? 0}) where id in ${room.sql([...ids])}`,
  );

const link = async (nip: string, contact: number) => {
  await room.sql`insert into staff_link (employee_id, contact_id, channel, since)
    select e.id, c.id, c.channel, now() from employee e, contact c where e.nip = ${nip} and c.id = ${contact}`;
};

/** An officer on WhatsApp, with a Telegram chat that only a code connects, and one that only they themselves have joined. */
const officer = async () => {
  const budi = await room.somebody();
  const here = budi.session.contact.id;
  const [byCode, own] = [await chat('kode'), await chat('sendiri')];
  const nip = await hireSomebody(room.sql, { unit: 'dinas', roles: ['officer'] });
  await link(nip, here);
  await link(nip, byCode.id);
  await join(here, own.id);
  return { ...budi, here, nip, byCode, own };
};
type Officer = Awaited<ReturnType<typeof officer>>;

const choose = (contact: number) => room.sql`update contact set chosen_at = now() where id = ${contact}`;
const goes = (contact: number) => room.sql`update contact set unreachable_at = now() where id = ${contact}`;

/** What makes a letter look for another chat. */
const pulls: readonly [string, (one: Officer) => Promise<unknown>][] = [
  ['inside the hours', async () => undefined],
  ['outside the hours', async () => room.hoursPass(25)],
  [
    'without a template',
    async () => {
      room.hoursPass(25);
      room.emulator.faults.add({ kind: 'refuse', code: 132001 });
    },
  ],
  ['gone', async ({ here }) => goes(here)],
  ['found to be gone', async () => room.emulator.faults.add({ kind: 'refuse', code: 131026 }) as unknown],
  ['the chat by a code chosen', async ({ byCode }) => choose(byCode.id)],
  ['the own chat chosen', async ({ own }) => choose(own.id)],
];
const letters: readonly [string, Letter][] = [
  ['a citizen’s letter', { say: citizen, lane: 'interactive' }],
  ['a letter about work', { say: work, lane: 'interactive' }],
  ['a letter that does not say', { say: { text: literal('entah') }, lane: 'interactive' }],
  ['an answer', { say: citizen, lane: 'interactive', answer: true }],
  ['a nudge', { say: nudge, lane: 'bulk' }],
  ['neutral news', { say: neutralNews(`go:track:${ticket}`), lane: 'interactive' }],
];
const elsewhere: { [letter: string]: { [pull: string]: 'byCode' | 'own' } } = {
  'a citizen’s letter': {
    'without a template': 'own',
    gone: 'own',
    'found to be gone': 'own',
    'the own chat chosen': 'own',
  },
  'a letter about work': {
    'outside the hours': 'byCode',
    'without a template': 'byCode',
    gone: 'byCode',
    'found to be gone': 'byCode',
    'the chat by a code chosen': 'byCode',
  },
};

describe.each(letters)('%s', (name, letter) => {
  test.each(pulls)('%s: goes where it may and nowhere else', async (pull, happens) => {
    const budi = await officer();
    await happens(budi);
    await room.post(budi, letter);
    await room.deliver();
    const at = elsewhere[name]?.[pull];
    expect([budi.byCode.heard().length, budi.own.heard().length]).toEqual([
      at === 'byCode' ? 1 : 0,
      at === 'own' ? 1 : 0,
    ]);
  });
});

describe('a chat that has been let go', () => {
  test('hears nothing of work any more', async () => {
    const budi = await officer();
    await room.sql`update staff_link set ended_at = now() where contact_id = ${budi.byCode.id}`;
    room.hoursPass(25);
    await room.post(budi, { say: work, lane: 'interactive' });
    await room.deliver();
    expect(budi.byCode.heard()).toEqual([]);
  });

  test('nor does one of an employee who has left', async () => {
    const budi = await officer();
    await room.sql`update employee set active = false where nip = ${budi.nip}`;
    room.hoursPass(25);
    await room.post(budi, { say: work, lane: 'interactive' });
    await room.deliver();
    expect(budi.byCode.heard()).toEqual([]);
  });

  test('nor one of people who try the service out apart from this one', async () => {
    const budi = await officer();
    await room.sql`update contact set circle = 'visitor' where id = ${budi.byCode.id}`;
    room.hoursPass(25);
    await room.post(budi, { say: work, lane: 'interactive' });
    await room.deliver();
    expect(budi.byCode.heard()).toEqual([]);
  });
});

test('work that waits for an officer whose chat is let go meanwhile is not read there by whoever has it now', async () => {
  const budi = await officer();
  await room.sql`update staff_link set ended_at = now() where contact_id = ${budi.byCode.id}`;
  room.hoursPass(25);
  await room.post(budi, { say: work, lane: 'interactive' });
  await room.deliver();
  await room.sql`update staff_link set ended_at = now() where contact_id = ${budi.here}`;
  await room.post(budi, { say: citizen, lane: 'interactive' });
  budi.phone.type('menu');
  await room.emulator.idle();
  expect(budi.heard().join()).not.toContain(secret.work);
  expect(budi.heard().join()).toContain(secret.citizen);
});

test('a citizen with two chats, neither of them of an employee, is found in the other by every kind of news', async () => {
  const sri = await room.somebody();
  const other = await chat('sri');
  await join(sri.session.contact.id, other.id);
  await goes(sri.session.contact.id);
  await room.post(sri, 'entah', { say: citizen, lane: 'interactive' });
  await room.deliver();
  expect(other.heard()).toEqual(['entah', secret.citizen]);
});

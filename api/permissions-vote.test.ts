import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Inbound } from '../bot/conversation/inbound.ts';
import { may } from '../bot/domain/permissions/may.ts';
import { isGranted } from '../bot/domain/permissions/verdict.ts';
import { type Role, roles } from '../bot/domain/roles.ts';
import { newTicket } from '../bot/domain/ticket.ts';
import { sealChoice } from '../db/sealed-choice.ts';
import { type PlantedAward, plantAward } from './testing/award.ts';
import { openVote, plantCandidate } from './testing/ballot.ts';
import { openTestHall, type TestHall } from './testing/hall.ts';
import { planted } from './testing/planted.ts';
import { openOffice } from './testing/staff.ts';

let house: TestHall;
let award: PlantedAward;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall, '2026-08-03');
  award = await plantAward(house.hall);
  await plantCandidate(house.hall, award, { name: 'Wahyu Nugroho', category: 'pelaksana' });
  await openVote(house.hall, award);
});
afterAll(() => house.close());

let updates = 0;
const press = async (person: number, id: string) => {
  const account = house.hall.channels[0]?.account ?? '';
  const from = { channel: 'telegram' as const, account, id: String(person) };
  const inbound: Inbound = { id: `vote-${updates++}`, from, at: new Date(), content: { kind: 'choice', id } };
  const { say, session } = await house.hall.handle(inbound, house.hall.keyOf(from, inbound.id));
  return { said: JSON.stringify(say), contact: session.contact.id };
};

test.each(roles)('on the roll or not, %s votes only where the table says so', async (role: Role) => {
  const { person } = await planted(house, {
    role,
    ties: {},
    unit: 'dinas_perhubungan',
    sensitive: false,
    confidential: false,
    state: 'diproses',
    ticket: newTicket('SLT', house.hall.parts.random),
    words: 'lampu mati',
  });
  const { sql } = house.hall.database;
  const { contact } = await press(person, 'go:menu');
  await sql`update staff_link set since = ${award.cycle.phases[0]?.from ?? ''} where contact_id = ${contact}`;
  await sql`insert into award_roll (cycle_id, employee_id, nip, unit_code)
    select ${award.id}, e.id, e.nip, e.unit_code from staff_link l join employee e on e.id = l.employee_id
    where l.contact_id = ${contact}`;
  const sealed = sealChoice(
    house.hall.seal,
    { contact, step: 'cast' },
    { cycle: award.id, category: 'pelaksana', entry: 1 },
  );
  const [before] = await sql`select count(*)::int as n from award_ballot`;
  const { said: list } = await press(person, 'go:vote-category:pelaksana');
  await press(person, `go:vote-cast:${sealed}`);
  const [now] = await sql`select count(*)::int as n from award_ballot`;
  const granted = isGranted(may(role, 'vote', 'other'), ['when-settled']);
  expect(list.includes('vote.list')).toBe(granted);
  expect((now?.n ?? 0) - (before?.n ?? 0)).toBe(granted ? 1 : 0);
});

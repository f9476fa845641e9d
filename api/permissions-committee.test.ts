import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Inbound } from '../bot/conversation/inbound.ts';
import { may } from '../bot/domain/permissions/may.ts';
import { isGranted } from '../bot/domain/permissions/verdict.ts';
import { roles } from '../bot/domain/roles.ts';
import { newTicket } from '../bot/domain/ticket.ts';
import { openTestHall, type TestHall } from './testing/hall.ts';
import { planted } from './testing/planted.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

test.each(roles)('%s sees the candidates of the award only where the table says so', async (role) => {
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
  const account = house.hall.channels[0]?.account ?? '';
  const from = { channel: 'telegram' as const, account, id: String(person) };
  const content = { kind: 'text', text: '/panitia' } as const;
  const inbound: Inbound = { id: `committee-${person}`, from, at: house.hall.clock.now(), content };
  const { say } = await house.hall.handle(inbound, house.hall.keyOf(from, inbound.id));
  const judges = isGranted(may(role, 'judge-nominee', 'other'));
  expect(JSON.stringify(say)).toContain(judges ? 'committee.no-cycle' : 'committee.not-yours');
});

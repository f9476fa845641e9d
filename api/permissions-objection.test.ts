import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HouseAction } from '../bot/domain/permissions/action.ts';
import { may } from '../bot/domain/permissions/may.ts';
import { isGranted } from '../bot/domain/permissions/verdict.ts';
import { type Role, roles } from '../bot/domain/roles.ts';
import { newTicket } from '../bot/domain/ticket.ts';
import { createReads } from '../db/reads/conversation.ts';
import { awardSteps } from './testing/award-steps.ts';
import { countedAward, workedExample } from './testing/counted-award.ts';
import { openTestHall, type TestHall } from './testing/hall.ts';
import { planted } from './testing/planted.ts';
import { openOffice } from './testing/staff.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall, '2026-08-03');
  const { publish, moveTo } = awardSteps(house);
  const counted = await countedAward(house, workedExample);
  await publish(counted);
  await moveTo(counted, 'masa_sanggah');
});
afterAll(() => house.close());

const allowed = (role: Role, action: HouseAction): boolean => isGranted(may(role, action, 'other'));

/** What somebody of this hat can look up. */
const readsOf = async (role: Role) => {
  const { hall } = house;
  const { person } = await planted(house, {
    role,
    ties: {},
    unit: 'dinas_perhubungan',
    sensitive: false,
    confidential: false,
    state: 'diproses',
    ticket: newTicket('SLT', hall.parts.random),
    words: 'lampu mati',
  });
  const account = hall.channels[0]?.account ?? '';
  const session = await hall.sessions.open({ channel: 'telegram', account, id: String(person) }, true);
  return createReads(hall.database, hall.seal, hall.city, hall.clock.now)(session);
};

describe.each(roles)('%s', (role) => {
  const serves = !['citizen', 'follower', 'stranger'].includes(role);

  test('objects to the result as an ASN, and nobody else does', async () => {
    const { is } = await (await readsOf(role)).objecting(null);
    expect(is).toBe(allowed(role, 'object-award') ? 'open' : 'staff');
  });

  test('sees the result where they serve', async () => {
    expect((await (await readsOf(role)).awardResult()) !== null).toBe(serves);
  });

  test('is shown objections that wait only where the table lets them judge', async () => {
    const waiting = await (await readsOf(role)).waitingObjections();
    expect(waiting !== null).toBe(allowed(role, 'judge-nominee'));
  });
});

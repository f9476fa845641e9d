import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Inbound } from '../bot/conversation/inbound.ts';
import { may } from '../bot/domain/permissions/may.ts';
import { isGranted } from '../bot/domain/permissions/verdict.ts';
import { type Role, roles } from '../bot/domain/roles.ts';
import { newTicket } from '../bot/domain/ticket.ts';
import { openTestHall, type TestHall } from './testing/hall.ts';
import { plantGoal } from './testing/plant-goal.ts';
import { planted } from './testing/planted.ts';

let house: TestHall;
const offices = { own: 'dinas_perhubungan', other: 'dinas_pu' } as const;
const goals = { own: 0, other: 0 };
beforeAll(async () => {
  house = await openTestHall();
  for (const on of ['own', 'other'] as const)
    goals[on] = await plantGoal(house, {
      unit: offices[on],
      on: '2026-11-18',
      figure: { from: '2026-10-19', until: '2026-11-17', kind: 'complaints', count: 14 },
      aim: '6',
    });
});
afterAll(() => house.close());

let messages = 0;
const presser = async (role: Role) => {
  const { person } = await planted(house, {
    role,
    ties: {},
    unit: offices.own,
    sensitive: false,
    confidential: false,
    state: 'diproses',
    ticket: newTicket('SLT', house.hall.parts.random),
    words: 'lampu mati',
  });
  const account = house.hall.channels[0]?.account ?? '';
  const from = { channel: 'telegram' as const, account, id: String(person) };
  return async (id: string): Promise<string> => {
    messages += 1;
    const content = { kind: 'choice', id } as const;
    const inbound: Inbound = {
      id: `coaching-${person}-${messages}`,
      from,
      at: house.hall.clock.now(),
      content,
    };
    const { say } = await house.hall.handle(inbound, house.hall.keyOf(from, inbound.id));
    return JSON.stringify(say);
  };
};

/** Whoever sees a goal of the coordinator's or the inspectors' office is no part of this: theirs is another one. */
const inOffice = (role: Role): boolean => role !== 'coordinator' && role !== 'inspector';

describe.each(roles)('%s', (role) => {
  test.each(['own', 'other'] as const)(
    'sees and answers the goal of an office (%s) only where the table says so',
    async (on) => {
      const { sql } = house.hall.database;
      const id = goals[on];
      await sql`update coaching_proposal set answer = null, answered_by = null, answered_at = null`;
      const press = await presser(role);
      const stands = on === 'own' && inOffice(role) ? 'own' : 'other';
      const granted = (action: 'see-coaching' | 'answer-coaching') => isGranted(may(role, action, stands));
      expect((await press(`go:coaching:${id}`)).includes('coaching.title')).toBe(granted('see-coaching'));
      const said = await press(`go:coaching:${id} taken`);
      expect(said.includes('coaching.thanks-taken')).toBe(granted('answer-coaching'));
      const [row] = await sql`select answer from coaching_proposal where id = ${id}`;
      expect(row?.answer ?? null).toBe(granted('answer-coaching') ? 'taken' : null);
    },
  );
});

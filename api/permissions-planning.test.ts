import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { selfCheckOf } from '../bot/domain/paths/self-check.ts';
import type { HouseAction } from '../bot/domain/permissions/action.ts';
import { may } from '../bot/domain/permissions/may.ts';
import { isGranted } from '../bot/domain/permissions/verdict.ts';
import { type Role, roles } from '../bot/domain/roles.ts';
import { newTicket } from '../bot/domain/ticket.ts';
import { operatorMay } from './commands/operator-command.ts';
import { type Workplace, workplace } from './commands/testing/run-program.ts';
import { exportKinds } from './exports/index.ts';
import { hireSomebody } from './testing/employee.ts';
import { openTestHall, type TestHall, testKey } from './testing/hall.ts';
import { planted } from './testing/planted.ts';
import { openOffice } from './testing/staff.ts';

let house: TestHall;
let place: Workplace;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall, '2026-11-25');
  place = await workplace({ DATABASE_URL: house.databaseUrl, APP_KEY: testKey.toString('base64') });
  const { sql } = house.hall.database;
  const answers = JSON.stringify({
    ...Object.fromEntries(selfCheckOf('pelaksana').map((one) => [one, 4])),
    plain_words: 1,
  });
  for (const unit of ['dinas_perhubungan', 'dinas_pu', 'setda', 'inspektorat'])
    for (let nth = 0; nth < 5; nth++) {
      const nip = await hireSomebody(sql, { name: 'Kenari', unit });
      await sql`insert into self_check (employee_id, year, unit_code, answers)
        select id, 2026, ${unit}, ${answers}::text::jsonb from employee where nip = ${nip}`;
    }
});
afterAll(async () => {
  await place.leave();
  await house.close();
});

const allowed = (role: Role, action: HouseAction, on: 'own' | 'other'): boolean =>
  isGranted(may(role, action, on));

let messages = 0;
const pressed = async (person: number, id: string): Promise<string> => {
  const from = {
    channel: 'telegram' as const,
    account: house.hall.channels[0]?.account ?? '',
    id: String(person),
  };
  messages += 1;
  const inbound = {
    id: `plan-${person}-${messages}`,
    from,
    at: new Date(),
    content: { kind: 'choice', id },
  } as const;
  const { say } = await house.hall.handle(inbound, house.hall.keyOf(from, inbound.id));
  return JSON.stringify(say);
};

/** Somebody of a role, at work where the house has its people of that role. */
const person = async (role: Role): Promise<{ id: number; unit: string }> => {
  const { person: id } = await planted(house, {
    role,
    ties: {},
    unit: 'dinas_perhubungan',
    sensitive: false,
    confidential: false,
    state: 'diproses',
    ticket: newTicket('SLT', house.hall.parts.random),
    words: 'lampu mati',
  });
  const unit = role === 'coordinator' ? 'setda' : role === 'inspector' ? 'inspektorat' : 'dinas_perhubungan';
  return { id, unit };
};

describe.each(roles)('in chat, %s', (role) => {
  test('sees what a unit misses only where the table says so', async () => {
    const { id, unit } = await person(role);
    const shown = (said: string) => said.includes('skill.plain_words');
    expect(shown(await pressed(id, 'go:unit-skills'))).toBe(
      allowed(role, 'plan-training', 'own') || allowed(role, 'see-training', 'own'),
    );
    expect(shown(await pressed(id, `go:unit-skills:${unit}`))).toBe(
      allowed(role, 'plan-training', 'own') || allowed(role, 'see-training', 'own'),
    );
    expect(shown(await pressed(id, 'go:unit-skills:dinas_pu'))).toBe(allowed(role, 'plan-training', 'other'));
  });

  test('checks themselves only where the table says so', async () => {
    const { id } = await person(role);
    expect((await pressed(id, 'go:self-check')).includes('self-check.intro')).toBe(
      allowed(role, 'learn', 'own'),
    );
  });
});

describe('on the command line', () => {
  test('what is planned by is asked of the table as planning', async () => {
    const planning = Object.entries(exportKinds).filter(([, { asks }]) => asks === 'plan-training');
    expect(planning.map(([kind]) => kind)).toEqual(['skills', 'training-results']);
    expect(operatorMay('plan-training')).toBe(allowed('admin', 'plan-training', 'other'));
  });

  test.each(['skills', 'training-results'])('the operator writes %s', async (kind) => {
    const { code, out, err } = await place.run('pendopo', `export ${kind} --period 2026`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).not.toContain('Kenari');
    expect(out.split('\n').length).toBeGreaterThan(1);
  });
});

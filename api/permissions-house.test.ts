import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Inbound } from '../bot/conversation/inbound.ts';
import { type HouseAction, houseActions } from '../bot/domain/permissions/action.ts';
import { may } from '../bot/domain/permissions/may.ts';
import { isGranted } from '../bot/domain/permissions/verdict.ts';
import { type Role, roles } from '../bot/domain/roles.ts';
import { newTicket } from '../bot/domain/ticket.ts';
import { createApp } from './app.ts';
import { operatorCommand, operatorMay } from './commands/operator-command.ts';
import { done } from './commands/outcome.ts';
import { type Workplace, workplace } from './commands/testing/run-program.ts';
import { hireSomebody } from './testing/employee.ts';
import { openTestHall, type TestHall, testKey } from './testing/hall.ts';
import { planted } from './testing/planted.ts';
import { openOffice } from './testing/staff.ts';

const canary = 'kenari-kuning-di-jendela';

let house: TestHall;
let place: Workplace;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
  place = await workplace({ DATABASE_URL: house.databaseUrl, APP_KEY: testKey.toString('base64') });
});
afterAll(async () => {
  await place.leave();
  await house.close();
});

const allowed = (role: Role, action: HouseAction, on: 'own' | 'other' = 'own'): boolean =>
  isGranted(may(role, action, on));

let reports = 0;
const plant = (role: Role, more: Partial<Parameters<typeof planted>[1]> = {}) => {
  reports += 1;
  return planted(house, {
    role,
    ties: {},
    unit: 'dinas_perhubungan',
    sensitive: false,
    confidential: false,
    state: 'diproses',
    ticket: newTicket('SLT', house.hall.parts.random),
    words: canary,
    ...more,
  });
};

const say = async (
  person: number,
  content: Inbound['content'],
): Promise<{ said: string; form: string | undefined }> => {
  const from = {
    channel: 'telegram' as const,
    account: house.hall.channels[0]?.account ?? '',
    id: String(person),
  };
  const inbound: Inbound = { id: `house-${person}-${reports++}`, from, at: new Date(), content };
  const { say: said } = await house.hall.handle(inbound, house.hall.keyOf(from, inbound.id));
  const { talk } = await house.hall.sessions.open(from, true);
  return { said: JSON.stringify(said), form: talk?.form };
};

describe.each(roles)('in chat, %s', (role) => {
  test('makes a code for an employee only where the table says so', async () => {
    const { person } = await plant(role);
    const { form } = await say(person, { kind: 'choice', id: 'go:give-code' });
    expect(form === 'give-code').toBe(allowed(role, 'issue-person-code', 'other'));
  });

  test("gets a code for the own office's group only where the table says so", async () => {
    const { person } = await plant(role);
    const { said } = await say(person, { kind: 'text', text: '/hubungkan' });
    expect(said.includes('group.code')).toBe(allowed(role, 'issue-group-code'));
  });

  test('goes on leave with a stand-in only where the table says so', async () => {
    const { person } = await plant(role);
    const { form } = await say(person, { kind: 'text', text: '/cuti' });
    expect(form === 'leave').toBe(allowed(role, 'name-stand-in'));
  });

  test('tells what the own office changed only where the table says so', async () => {
    await house.hall.database
      .sql`insert into service (code, unit_code, name) values ('izin', 'dinas_perhubungan', 'Izin') on conflict do nothing`;
    const { person } = await plant(role);
    const { form } = await say(person, { kind: 'text', text: '/perubahan' });
    expect(form === 'skm-change').toBe(allowed(role, 'tell-change'));
  });

  test('shows the code of a training’s room only where the table says so', async () => {
    await house.hall.database.sql`insert into training (code, title, provider, form, jp, listed_on)
      values ('HADIR-1', 'Pelayanan Prima', 'BPSDM', 'bimtek', 800, '2026-01-05') on conflict do nothing`;
    const { person } = await plant(role);
    const { said } = await say(person, { kind: 'choice', id: 'go:attendance-code:HADIR-1' });
    expect(said.includes('attendance.shown')).toBe(allowed(role, 'open-attendance', 'other'));
  });

  test('lists nothing but what the table lets be listed', async () => {
    const { person } = await plant(role);
    for (const more of [{ confidential: true }, { sensitive: true, confidential: true, unit: 'inspektorat' }])
      await plant('stranger', more);
    const { said } = await say(person, { kind: 'text', text: '/tiket' });
    expect(said).not.toContain(canary);
    const sensitive = await house.hall.database.sql<{ ticket: string }[]>`
      select ticket from report where category = 'pungli'`;
    const shown = sensitive.filter(({ ticket }) => said.includes(ticket));
    expect(shown.length > 0).toBe(isGranted(may(role, 'list', 'sensitive-own')) && role === 'inspector');
  });
});

/** Somebody who serves in an office, and their number. */
const hired = async (unit: string): Promise<number> => {
  const { sql } = house.hall.database;
  const nip = await hireSomebody(sql, { name: canary, unit });
  const [found] = await sql<{ id: number }[]>`select id::int as id from employee where nip = ${nip}`;
  return found?.id ?? 0;
};

describe.each(roles)('about the learning of others, %s', (role) => {
  test.each([
    ['own', 'dinas_perhubungan'],
    ['other', 'dinas_pu'],
  ] as const)('sees and does for somebody of the %s unit only what the table says', async (on, unit) => {
    const { sql } = house.hall.database;
    const { person } = await plant(role);
    const home =
      role === 'coordinator' ? 'setda' : role === 'inspector' ? 'inspektorat' : 'dinas_perhubungan';
    const id = await hired(on === 'own' ? home : unit);
    await sql`insert into training (code, title, provider, form, jp, listed_on)
      values ('PP-01', 'Pelayanan Prima', 'BKPSDM', 'e_learning', 800, '2026-01-05') on conflict do nothing`;
    const press = (form: string) => say(person, { kind: 'choice', id: `go:${form}:${id}` });
    for (const form of ['unit-person', 'unit-papers'])
      expect((await press(form)).said.includes(canary), form).toBe(allowed(role, 'see-training', on));
    const enrol = await press('enrol');
    expect(enrol.form === 'enrol').toBe(allowed(role, 'enrol-others', on));
    expect(enrol.said.includes(canary)).toBe(allowed(role, 'enrol-others', on));
    expect((await press('kind-word')).said.includes('unit.person.none')).toBe(
      !allowed(role, 'enrol-others', on),
    );
  });

  test('has a unit to look at only where the table says so', async () => {
    const { person } = await plant(role);
    await hired('dinas_perhubungan');
    const { said, form } = await say(person, { kind: 'text', text: '/unit' });
    expect(/unit\.(title|none|reached|all-well)/.test(said) || form === 'unit').toBe(
      allowed(role, 'see-training'),
    );
    const lists = await say(person, { kind: 'choice', id: 'go:unreached' });
    expect(lists.said.includes('unreached.')).toBe(allowed(role, 'see-training', 'other'));
    const named = await say(person, { kind: 'choice', id: 'go:unreached:dinas_perhubungan' });
    expect(named.said.includes(canary)).toBe(allowed(role, 'see-training', 'other'));
  });
});

describe('on the web', () => {
  const open = async (ticket: string) => {
    const answer = await createApp({ hall: house.hall }).request(`/lacak/${ticket}`);
    return { status: answer.status, body: await answer.text() };
  };

  test('a stranger sees of each kind of report what the table shows', async () => {
    const biasa = await open((await plant('stranger')).ticket);
    const tertutup = await open((await plant('stranger', { confidential: true })).ticket);
    const { ticket: secret } = await plant('stranger', {
      sensitive: true,
      confidential: true,
      unit: 'inspektorat',
    });
    const sensitive = await open(secret);
    const unknown = await open('SLT-ZZZZZ9');
    expect([biasa.status, tertutup.status, sensitive.status]).toEqual([200, 200, 404]);
    expect(sensitive.body.replaceAll(secret, 'SLT-ZZZZZ9')).toBe(unknown.body);
    for (const { body } of [biasa, tertutup, sensitive]) expect(body).not.toContain(canary);
    expect(biasa.body).toContain('Dinas Perhubungan');
    expect(tertutup.body).not.toContain('Dinas Perhubungan');
  });

  test('nothing else that answers knows a report', async () => {
    const { ticket } = await plant('stranger');
    const app = createApp({ hall: house.hall });
    for (const path of ['/health/live', '/health/ready', '/metrics', '/privasi', '/lacak', '/']) {
      const body = await (await app.request(path)).text();
      expect(body, path).not.toContain(canary);
      expect(body, path).not.toContain(ticket);
    }
  });
});

describe('on the command line', () => {
  test('the operator may what an administrator may, action by action', () => {
    for (const action of houseActions)
      expect(operatorMay(action), action).toBe(allowed('admin', action, 'other'));
    expect(houseActions.filter((action) => !operatorMay(action))).toEqual([
      'name-stand-in',
      'answer-person',
      'tell-change',
      'ask-rater',
      'see-training',
      'verify-certificate',
      'enrol-others',
      'nominate',
      'object-award',
      'forward-nominee',
      'judge-nominee',
      'vote',
      'learn',
      'approve-exercise',
      'see-coaching',
      'answer-coaching',
    ]);
  });

  test('a command that asks for more than an administrator may is refused before it does anything', async () => {
    let ran = false;
    const command = operatorCommand(
      { name: 'cuti', description: 'Somebody else goes on leave', asks: 'name-stand-in' },
      {},
      () => {
        ran = true;
        return done('', {});
      },
    );
    const args = { _: [] };
    const outcome = await command.run?.({ rawArgs: [], args, cmd: command, data: undefined } as never);
    expect(outcome).toEqual({ kind: 'refused', reason: 'The operator may not name-stand-in.' });
    expect(ran).toBe(false);
  });

  test('no command prints a word of a report', async () => {
    await plant('stranger');
    await plant('stranger', { confidential: true });
    await plant('stranger', { sensitive: true, confidential: true, unit: 'inspektorat' });
    for (const words of [
      'outbox list',
      'outbox list --json',
      'audit --json',
      'offices --json',
      'jobs --json',
      'job forget --json',
    ]) {
      const { out, err } = await place.run('pendopo', words);
      expect(out.length + err.length, words).toBeGreaterThan(0);
      expect(`${out}${err}`, words).not.toContain(canary);
    }
  });
});

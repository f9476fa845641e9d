import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Inbound } from '../bot/conversation/inbound.ts';
import { may } from '../bot/domain/permissions/may.ts';
import { isGranted } from '../bot/domain/permissions/verdict.ts';
import { type Role, roles } from '../bot/domain/roles.ts';
import { newTicket } from '../bot/domain/ticket.ts';
import { hireSomebody } from './testing/employee.ts';
import { openTestHall, type TestHall } from './testing/hall.ts';
import { planted } from './testing/planted.ts';
import { openOffice } from './testing/staff.ts';

const canary = 'kenari-kuning-di-jendela';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
});
afterAll(() => house.close());

const somebody = (role: Role) =>
  planted(house, {
    role,
    ties: {},
    unit: 'dinas_perhubungan',
    sensitive: false,
    confidential: false,
    state: 'diproses',
    ticket: newTicket('SLT', house.hall.parts.random),
    words: canary,
  });

let presses = 0;
const press = async (person: number, id: string): Promise<string> => {
  const account = house.hall.channels[0]?.account ?? '';
  const from = { channel: 'telegram' as const, account, id: String(person) };
  const inbound: Inbound = {
    id: `certificate-${presses++}`,
    from,
    at: house.hall.clock.now(),
    content: { kind: 'choice', id },
  };
  const { say } = await house.hall.handle(inbound, house.hall.keyOf(from, inbound.id));
  return JSON.stringify(say);
};

/** A certificate of somebody who serves in an office, as it stands. */
const certificateIn = async (unit: string, status: 'menunggu' | 'sah') => {
  const { sql } = house.hall.database;
  const nip = await hireSomebody(sql, { name: canary, unit });
  const [row] = await sql<{ id: number; version: string }[]>`
    insert into certificate (employee_id, title, provider, jp, date, source, status, sent_at)
    select id, 'Kearsipan', 'ANRI', 800, '2026-02-10', 'chat', ${status}, now() from employee where nip = ${nip}
    returning id::int as id, to_hex((extract(epoch from sent_at) * 1000)::bigint) as version`;
  return { id: row?.id ?? 0, version: row?.version ?? '' };
};

const statusOf = async (id: number) => {
  const [row] = await house.hall.database.sql<
    { status: string }[]
  >`select status from certificate where id = ${id}`;
  return row?.status;
};

const homeOf = (role: Role): string =>
  role === 'coordinator' ? 'setda' : role === 'inspector' ? 'inspektorat' : 'dinas_perhubungan';

describe.each(roles)('certificates of others, and %s', (role) => {
  test.each(['own', 'other'] as const)(
    'of the %s unit are seen and judged only where the table says so',
    async (on) => {
      const { person } = await somebody(role);
      const allowed = isGranted(may(role, 'verify-certificate', on));
      const { id, version } = await certificateIn(on === 'own' ? homeOf(role) : 'dinas_pu', 'menunggu');
      expect((await press(person, `go:certificate-judge:${id}`)).includes(canary)).toBe(allowed);
      expect((await press(person, `go:certificate-judge:${id} tolak ${version}`)).includes(canary)).toBe(
        allowed,
      );
      await press(person, `go:certificate-judge:${id} sah ${version}`);
      expect(await statusOf(id)).toBe(allowed ? 'sah' : 'menunggu');
      expect((await press(person, `go:certificate-judge:${id} tarik ${version}`)).includes(canary)).toBe(
        allowed,
      );
      expect(await press(person, `go:certificate-fix:${id}`)).not.toContain(canary);
      expect(await press(person, 'go:certificates')).not.toContain('Kearsipan');
    },
  );

  test('wait in a queue only for whoever the table lets judge them', async () => {
    const { person } = await somebody(role);
    await certificateIn(homeOf(role), 'menunggu');
    expect((await press(person, 'go:certificate-door')).includes(canary)).toBe(
      isGranted(may(role, 'verify-certificate', 'own')),
    );
  });
});

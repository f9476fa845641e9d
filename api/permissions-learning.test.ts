import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Content, Inbound } from '../bot/conversation/inbound.ts';
import { exerciseFrom } from '../bot/domain/exercise/exercise.ts';
import { planted as plantedReport } from '../bot/domain/exercise/testing/planted.ts';
import { may } from '../bot/domain/permissions/may.ts';
import { isGranted } from '../bot/domain/permissions/verdict.ts';
import { isStaffRole, type Role, roles } from '../bot/domain/roles.ts';
import { newTicket } from '../bot/domain/ticket.ts';
import { openTestHall, type TestHall } from './testing/hall.ts';
import { planted } from './testing/planted.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

let message = 0;

const somebody = async (role: Role) => {
  const ticket = newTicket('SLT', house.hall.parts.random);
  const { person } = await planted(house, {
    role,
    ties: {},
    unit: 'dinas_perhubungan',
    sensitive: false,
    confidential: false,
    state: 'diproses',
    ticket,
    words: 'lampu mati',
  });
  const from = {
    channel: 'telegram' as const,
    account: house.hall.channels[0]?.account ?? '',
    id: String(person),
  };
  const says = async (content: Content): Promise<string> => {
    message += 1;
    const inbound: Inbound = { id: `learning-${message}`, from, at: house.hall.clock.now(), content };
    const { say } = await house.hall.handle(inbound, house.hall.keyOf(from, inbound.id));
    return JSON.stringify(say);
  };
  return { ticket, press: (id: string) => says({ kind: 'choice', id }) };
};

/** An exercise of an office that waits for its officer, or was approved. */
const plantExercise = async (
  ticket: string,
  unit: string,
  state: 'waiting' | 'approved',
): Promise<number> => {
  const { report, people } = plantedReport(1);
  const made = exerciseFrom(report, people);
  if ('refused' in made) throw new Error(made.refused);
  const [row] = await house.hall.database.sql`
    insert into exercise (report_id, unit_code, content, state, made_on)
    select ${state === 'waiting' ? 1 : null}::bigint * id, ${unit}, ${JSON.stringify(made.exercise)}::text::jsonb, ${state}, current_date
    from report where ticket = ${ticket} returning id::int as id`;
  return Number(row?.id);
};

describe.each(roles)('%s', (role) => {
  test.each([
    ['own', role === 'coordinator' ? 'setda' : 'dinas_perhubungan'],
    ['other', 'dinas_kesehatan'],
  ] as const)(
    'approves an exercise of an office that is %s only where the table says so',
    async (on, unit) => {
      const { ticket, press } = await somebody(role);
      const id = await plantExercise(ticket, unit, 'waiting');
      const granted = isGranted(may(role, 'approve-exercise', on));
      expect(await press(`go:exercise-approve:${id}`)).toContain(
        granted ? 'exercise-approve.ask' : 'exercise-approve.gone',
      );
      await press(`go:exercise-approve:${id} ya`);
      const [row] = await house.hall.database.sql`select state, report_id from exercise where id = ${id}`;
      expect(row?.state).toBe(granted ? 'approved' : 'waiting');
      expect(row?.report_id === null).toBe(granted);
    },
  );

  test('answers exercises, and scores a colleague, only where the table says so', async () => {
    const { sql } = house.hall.database;
    const { ticket, press } = await somebody(role);
    const id = await plantExercise(ticket, 'dinas_perhubungan', 'approved');
    const learns = isGranted(may(role, 'learn', 'own'));
    expect(isStaffRole(role) || !learns).toBe(true);
    expect(await press('go:exercises')).toContain(learns ? 'exercises.title' : 'exercises.');
    expect(await press(`go:exercise-answer:${id}`)).toContain(learns ? 'exercise.ask' : 'exercise.gone');
    await sql`insert into employee (nip, name, unit_code, position, kind) values (${`88${String(id).padStart(16, '0')}`}, 'Contoh', 'setda', 'Contoh', 'pns')`;
    const [answer] =
      await sql`insert into exercise_answer (id, exercise_id, employee_id, words, marks, answered_on)
      select x.id, x.id, (select max(id) from employee), '', '{}', current_date from exercise x where x.id = ${id} returning id::int as id`;
    const words = house.hall.seal.seal('learning', `exercise-answer|${answer?.id}`, 'Selamat pagi.');
    await sql`update exercise_answer set words = ${words} where id = ${answer?.id ?? 0}`;
    expect(await press(`go:exercise-score:${answer?.id}`)).toContain(
      learns ? 'exercise-score.answer' : 'exercise-score.gone',
    );
  });
});

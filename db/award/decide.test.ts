import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { awardSteps } from '../../api/testing/award-steps.ts';
import { countedAward, employeeNamed, workedExample } from '../../api/testing/counted-award.ts';
import { openTestHall, type TestHall } from '../../api/testing/hall.ts';
import { Overtaken } from '../overtaken.ts';

let house: TestHall;
let steps: ReturnType<typeof awardSteps>;
beforeAll(async () => {
  house = await openTestHall();
  steps = awardSteps(house);
});
afterAll(() => house.close());

afterEach(async () => {
  await house.hall.database.sql`delete from award_cycle`;
  await house.hall.database.sql`delete from letter`;
  await house.hall.database.sql`delete from enrolment`;
});

const plantTraining = (code: string, quota: number | null) =>
  house.hall.database.sql`insert into training (code, title, provider, form, jp, quota, listed_on)
    values (${code}, 'Kepemimpinan Lanjutan', 'BPSDM', 'pelatihan', 4000, ${quota}, '2026-01-01')
    on conflict (code) do update set quota = excluded.quota`;

const seatsOf = async (training: string) =>
  (
    await house.hall.database.sql<{ name: string; state: string }[]>`
      select e.name, n.state from enrolment n join employee e on e.id = n.employee_id
      where n.training_code = ${training} order by n.state, n.changed_at, e.id`
  ).map(({ name, state }) => `${name} ${state}`);

describe('the decision', () => {
  test('comes only in its time, and not before the result is told', async () => {
    const counted = await countedAward(house, workedExample);
    expect(await steps.decide(counted)).toMatchObject({ is: 'phase' });
    await steps.publish(counted);
    await steps.moveTo(counted, 'masa_sanggah');
    expect(await steps.decide(counted)).toMatchObject({ is: 'phase' });
    await house.hall.database.sql`update award_cycle set announced_at = null`;
    await steps.moveTo(counted, 'keputusan');
    expect(await steps.decide(counted)).toEqual({ is: 'not-announced' });
  });

  test('waits for every objection', async () => {
    const counted = await countedAward(house, workedExample);
    await steps.publish(counted);
    const { sql } = house.hall.database;
    const ani = await employeeNamed(house, 'Ani Lestari');
    await sql`insert into award_objection (number, cycle_id, about, by_id, words, at)
      values ('S-7K4PQ2', ${counted.award.id}, 'result', ${ani}, '\\x00', now())`;
    await steps.moveTo(counted, 'keputusan');
    expect(await steps.decide(counted)).toEqual({ is: 'objections', numbers: ['S-7K4PQ2'] });
    await sql`update award_objection set outcome = 'dismissed'`;
    expect(await steps.decide(counted)).toMatchObject({ is: 'decided' });
  });

  test('gives the winner a number, an entry in the record and a seat at once, and is taken once', async () => {
    const counted = await countedAward(house, workedExample);
    await steps.publish(counted);
    await plantTraining('PKL-1', null);
    await steps.moveTo(counted, 'keputusan');
    const year = counted.award.cycle.year;
    expect(await steps.decide(counted, 'PKL-9')).toEqual({ is: 'no-training' });
    const decided = await steps.decide(counted, 'PKL-1');
    expect(decided).toMatchObject({
      is: 'decided',
      late: false,
      winners: [
        {
          name: 'Ani Lestari',
          seated: 'registered',
          number: expect.stringMatching(`^SRT-${year}-[0-9A-Z]{6}$`),
        },
      ],
    });
    const ani = await employeeNamed(house, 'Ani Lestari');
    const [record] = await house.hall.database
      .sql`select last_won from personnel_record where employee_id = ${ani} and year = ${year}`;
    expect(record).toEqual({ last_won: year });
    expect(await seatsOf('PKL-1')).toEqual(['Ani Lestari registered']);
    expect(await steps.decide(counted, 'PKL-1')).toEqual({ is: 'already' });
    expect(await steps.publish(counted)).toEqual({ is: 'decided' });
    expect(await steps.minutesOf(counted)).toEqual(['announced', 'decided']);
  });

  test('puts the winner first on the waiting list of a full training', async () => {
    const counted = await countedAward(house, workedExample);
    await steps.publish(counted);
    await plantTraining('PKL-1', 1);
    await steps.moveTo(counted, 'keputusan');
    const { sql } = house.hall.database;
    const [citra, budi] = [
      await employeeNamed(house, 'Citra Dewi'),
      await employeeNamed(house, 'Budi Raharjo'),
    ];
    await sql`insert into enrolment (employee_id, training_code, state, source, since, changed_at) values
      (${citra}, 'PKL-1', 'registered', 'self', '2026-01-02', '2026-01-02'), (${budi}, 'PKL-1', 'waiting', 'self', '2026-01-02', '2026-01-02')`;
    expect(await steps.decide(counted, 'PKL-1')).toMatchObject({ winners: [{ seated: 'waiting' }] });
    expect(await seatsOf('PKL-1')).toEqual([
      'Citra Dewi registered',
      'Ani Lestari waiting',
      'Budi Raharjo waiting',
    ]);
  });

  test('is taken by nobody with a training that is over', async () => {
    const counted = await countedAward(house, workedExample);
    await steps.publish(counted);
    await plantTraining('PKL-2', null);
    await house.hall.database
      .sql`update training set starts_on = '2026-01-05', ends_on = '2026-01-06' where code = 'PKL-2'`;
    await steps.moveTo(counted, 'keputusan');
    await expect(steps.decide(counted, 'PKL-2')).rejects.toThrow(Overtaken);
    const [cycle] = await house.hall.database.sql`select decided_at from award_cycle`;
    expect(cycle).toEqual({ decided_at: null });
  });
});

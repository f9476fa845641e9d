import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { awardSteps } from '../../api/testing/award-steps.ts';
import { countedAward, employeeNamed, workedExample } from '../../api/testing/counted-award.ts';
import { openTestHall, type TestHall } from '../../api/testing/hall.ts';
import type { PublishedScore } from '../../bot/domain/award/published-score.ts';

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
});

describe('the provisional result', () => {
  test('is that of the worked example: most votes need not mean first place', async () => {
    const counted = await countedAward(house, workedExample);
    expect(await steps.publish(counted)).toMatchObject({ is: 'told', ties: [] });
    expect(await steps.placesOf(counted)).toEqual([
      '1 Ani Lestari 78.68 total',
      '2 Budi Raharjo 78.29 total',
      '3 Citra Dewi 77.61 total',
    ]);
    const [one] = await house.hall.database.sql<{ score: PublishedScore }[]>`
      select score from award_result where nominee_id = ${counted.nominees.get('Ani Lestari') ?? 0}`;
    expect(one?.score).toEqual({
      parts: {
        kinerja: '90.00',
        disiplin: '98.50',
        inovasi: '82.00',
        perilaku: '40.00',
        kompetensi: '80.00',
      },
      total: '78.68',
      votes: { for: 18, of: 45 },
      by: 'total',
    });
    expect(await steps.minutesOf(counted)).toEqual(['announced']);
  });

  test('told twice changes nothing and is noted once', async () => {
    const counted = await countedAward(house, workedExample);
    await steps.publish(counted);
    expect(await steps.publish(counted)).toMatchObject({ is: 'unchanged' });
    expect(await steps.minutesOf(counted)).toEqual(['announced']);
  });

  test('waits for every fact that is missing, and names them all', async () => {
    const counted = await countedAward(house, workedExample);
    const [ani, budi] = [
      await employeeNamed(house, 'Ani Lestari'),
      await employeeNamed(house, 'Budi Raharjo'),
    ];
    const { sql } = house.hall.database;
    await sql`update personnel_record set attendance = null where employee_id = ${ani}`;
    await sql`delete from personnel_record where employee_id = ${budi} and year = ${counted.award.cycle.year - 2}`;
    await sql`delete from award_mark where nominee_id = ${counted.nominees.get('Citra Dewi') ?? 0}`;
    const published = await steps.publish(counted);
    expect(published).toMatchObject({
      is: 'faults',
      faults: [
        { name: 'Ani Lestari', what: { is: 'attendance' } },
        { name: 'Budi Raharjo', what: { is: 'predicate', year: counted.award.cycle.year - 2 } },
        { name: 'Citra Dewi', what: { is: 'marks' } },
      ],
    });
    expect(await steps.placesOf(counted)).toEqual([]);
    expect(await steps.minutesOf(counted)).toEqual([]);
  });

  test('does not exist before the votes are counted, nor of a cycle that nobody opened', async () => {
    const counted = await countedAward(house, workedExample);
    await house.hall.database.sql`update award_cycle set bulletin = null`;
    expect(await steps.publish(counted)).toEqual({ is: 'not-counted' });
    await house.hall.database.sql`delete from award_cycle`;
    expect(await steps.publish(counted)).toEqual({ is: 'none' });
  });

  test('that comes late leaves everybody all days to object', async () => {
    const counted = await countedAward(house, workedExample);
    await steps.moveTo(counted, 'masa_sanggah');
    const planned = counted.award.cycle.phases.find(({ name }) => name === 'masa_sanggah')?.until ?? '';
    const published = await steps.publish(counted);
    expect(published.is === 'told' && published.objectUntil > planned).toBe(true);
    expect(await steps.minutesOf(counted)).toEqual(['extended', 'announced']);
  });
});

describe('a category without enough votes', () => {
  test('below its quorum is ranked by its votes once the committee says so', async () => {
    const counted = await countedAward(house, workedExample, { roll: 100 });
    expect(await steps.publish(counted)).toMatchObject({
      is: 'faults',
      faults: [{ is: 'vote', why: 'quorum' }],
    });
    expect(
      await steps.publish(counted, { category: 'pelaksana', text: 'Rapat panitia 12 November' }),
    ).toMatchObject({ is: 'told' });
    expect((await steps.placesOf(counted))[0]).toBe('1 Ani Lestari 78.68 total');
    expect(await steps.minutesOf(counted)).toEqual(['quorum', 'announced']);
  });

  test('with fewer than five ballots is ranked without them, for no such count is told', async () => {
    const few = workedExample.map((one) => ({ ...one, votes: 1 }));
    const counted = await countedAward(house, few, { roll: 5 });
    expect(await steps.publish(counted)).toMatchObject({
      is: 'faults',
      faults: [{ is: 'vote', why: 'few' }],
    });
    expect(await steps.publish(counted, { category: 'pelaksana', text: 'Tanpa suara' })).toMatchObject({
      is: 'told',
    });
    const scores = await house.hall.database.sql<{ score: PublishedScore }[]>`select score from award_result`;
    for (const { score } of scores) {
      expect(score.votes).toEqual({ for: 0, of: 0 });
      expect(score.parts.perilaku).toBe('0.00');
    }
  });
});

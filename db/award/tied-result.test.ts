import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { awardSteps } from '../../api/testing/award-steps.ts';
import { countedAward, type PlantedCandidate, workedExample } from '../../api/testing/counted-award.ts';
import { openTestHall, type TestHall } from '../../api/testing/hall.ts';
import { breakTie } from './break-tie.ts';

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

const two = (change: Partial<PlantedCandidate> = {}): PlantedCandidate[] => [
  { ...workedExample[0], serviceFrom: '2015-03-01', votes: 10 },
  { ...workedExample[0], name: 'Dwi Anggraini', serviceFrom: '2015-03-01', votes: 10, ...change },
];

describe('a tie', () => {
  test('is broken by longer service before anybody is asked', async () => {
    const counted = await countedAward(house, two({ serviceFrom: '2010-03-01' }), { roll: 30 });
    expect(await steps.publish(counted)).toMatchObject({ is: 'told', ties: [] });
    expect(await steps.placesOf(counted)).toEqual(
      ['1 Dwi Anggraini 79.57 masa_kerja', '2 Ani Lestari 79.57 masa_kerja'].map((line) =>
        expect.stringMatching(line.replace('79.57', '[0-9.]+')),
      ),
    );
  });

  test('that nothing breaks is told as one, blocks the decision, and ends with the minutes', async () => {
    const counted = await countedAward(house, two(), { roll: 30 });
    expect(await steps.publish(counted)).toMatchObject({ is: 'told', ties: ['pelaksana'] });
    expect((await steps.placesOf(counted)).map((line) => line.slice(0, 2))).toEqual(['1 ', '1 ']);
    await steps.moveTo(counted, 'keputusan');
    expect(await steps.decide(counted)).toEqual({ is: 'ties', categories: ['pelaksana'] });
    const { database, city, clock } = house.hall;
    const nips = await database.sql<{ nip: string }[]>`
      select e.nip from award_nominee n join employee e on e.id = n.employee_id where n.cycle_id = ${counted.award.id}
      order by e.name desc`;
    const order = nips.map(({ nip }) => nip);
    await breakTie(
      database.sql,
      counted.award.cycle.code,
      { category: 'pelaksana', nips: order, text: 'Rapat panitia' },
      { at: clock.now(), zone: city().agency.zone },
    );
    expect(await steps.publish(counted)).toMatchObject({ is: 'told', ties: [] });
    expect((await steps.placesOf(counted)).map((line) => line.replace(/[0-9.]+ k/, 'k'))).toEqual([
      '1 Dwi Anggraini komite',
      '2 Ani Lestari komite',
    ]);
    expect(await steps.decide(counted)).toMatchObject({
      is: 'decided',
      winners: [{ name: 'Dwi Anggraini' }],
    });
  });
});

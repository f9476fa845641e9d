import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayMinutes } from '../../bot/domain/reminding/testing/town.ts';
import { alike, compared, expectedIn, shown, wanted } from '../testing/learning-year/compare.ts';
import { livesOf } from '../testing/learning-year/life.ts';
import { type Played, play, type Spoil } from '../testing/learning-year/play.ts';
import { size } from './size.ts';

const seed = 6;

describe('a town over months, with two restarts a day and every job run twice:', () => {
  const whole = { people: size(200, 1_000), days: size(60, 365), trainings: size(20, 60) };
  const lives = livesOf(whole, seed);
  const expected = expectedIn(lives, whole, seed);
  let played: Played;
  beforeAll(
    async () => {
      played = await play(whole, lives, seed);
    },
    size(300_000, 7_200_000),
  );
  afterAll(() => played?.close());

  test('every reminder of the oracle reaches its phone once, at its minute, and none other', () => {
    expect(compared(shown(played.heard), wanted(expected))).toEqual(alike);
  });

  test('what is written down as said is what was said, with its occasion', () => {
    const line = ({ person, item, milestone, lane, at }: Played['written'][number]) =>
      `${person} ${Math.floor(at / dayMinutes)} ${lane} ${item} ${milestone}`;
    expect(compared(played.written.map(line), expected.map(line))).toEqual(alike);
  });

  test('nobody gets more than one message a day, but for a deadline of that day', () => {
    const days = Map.groupBy(played.heard, ({ person, at }) => `${person} ${Math.floor(at / dayMinutes)}`);
    expect(Math.max(...[...days.values()].map(({ length }) => length))).toBeLessThanOrEqual(2);
  });

  test('the lives have everything in them that the rules speak of', () => {
    const lines = expected.map(({ item, milestone, lane }) => `${lane} ${item} ${milestone}`);
    expect(lines.length).toBeGreaterThan(whole.people * 5);
    for (const seen of ['deadline ', ' again:', ' -1', ' -7', ' 03-31', 'kgb', 'register', 'certificate'])
      expect(lines.filter((one) => one.includes(seen)).length, seen).toBeGreaterThan(5);
  });
});

describe('a house that', () => {
  const few = { people: 15, days: 14, trainings: 20 };
  const lives = livesOf(few, seed);
  const differs = async (spoil: Spoil) => {
    const played = await play(few, lives, seed, spoil);
    await played.close();
    return compared(shown(played.heard), wanted(expectedIn(lives, few, seed)));
  };

  test('forgets what it has said is found out', async () => {
    const { tooMuch } = await differs(async (sql) => {
      await sql`delete from reminded where day < (hall_now() at time zone 'Asia/Jakarta')::date`;
    });
    expect(tooMuch.length).toBeGreaterThan(0);
  });

  test('forgets to look at somebody again is found out', async () => {
    const { missing } = await differs(
      (sql) => sql`update reminder_look set next_at = 'infinity' where employee_id % 3 = 0`,
    );
    expect(missing.length).toBeGreaterThan(0);
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectedOf } from '../../bot/domain/reminding/testing/oracle.ts';
import { dayMinutes } from '../../bot/domain/reminding/testing/town.ts';
import { livesOf, restartsOf } from '../testing/learning-year/life.ts';
import { asTold } from '../testing/learning-year/plainly.ts';
import { type Played, play, tick } from '../testing/learning-year/play.ts';
import { size } from './size.ts';

const whole = { people: size(200, 1_000), days: size(60, 365), trainings: size(20, 60) };
const seed = 6;
const lives = livesOf(whole, seed);
const told = lives.map(asTold);
const outages = restartsOf(whole, seed);
const expected = told.flatMap((employee) =>
  expectedOf(employee, outages, { until: whole.days, every: tick }).map((one) => ({
    person: employee.nth,
    ...one,
  })),
);

let played: Played;
beforeAll(
  async () => {
    played = await play(whole, lives, told, seed);
  },
  size(300_000, 7_200_000),
);
afterAll(() => played?.close());

/** What is in the one and not in the other, counted: a line that came twice is one too many. */
const lacking = (lines: readonly string[], others: readonly string[]): string[] => {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
};

const compared = (came: readonly string[], wanted: readonly string[]) => ({
  missing: lacking(wanted, came).toSorted(),
  tooMuch: lacking(came, wanted).toSorted(),
});
const alike = { missing: [], tooMuch: [] };

/** What a phone showed, thing by thing, as a reader tells them apart. */
const thingsIn = (text: string): string[] =>
  text.split('\n').flatMap((line) => {
    const [, code = '', what = ''] =
      /Pelatihan (C-\d+): (daftar|selesaikan|kirim sertifikat)/.exec(line) ?? [];
    if (code) return [`${{ daftar: 'register', selesaikan: 'complete' }[what] ?? 'certificate'}:${code}`];
    if (line.includes('JP tahun ini: baru')) return ['jp_pace'];
    return line.includes('Kenaikan gaji berkala') ? ['date:kgb'] : [];
  });

const bare = (item: string) => item.split(':').slice(0, -1).join(':');

test('every reminder of the oracle reaches its phone once, at its minute, and none other', () => {
  const shown = played.heard.flatMap(({ person, at, text }) =>
    thingsIn(text).map((thing) => `${person} ${at} ${thing}`),
  );
  expect(
    compared(
      shown,
      expected.map(({ person, at, item }) => `${person} ${at} ${bare(item)}`),
    ),
  ).toEqual(alike);
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
    expect(lines.filter((one) => one.includes(seen)).length, seen).toBeGreaterThan(10);
});

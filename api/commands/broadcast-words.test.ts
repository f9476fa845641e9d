import { expect, test } from 'vitest';
import { broadcastBar, broadcastLine, hourIn } from './broadcast-words.ts';

const zone = 'Asia/Jayapura';
const now = new Date('2026-11-23T08:00:00Z');
const view = {
  waiting: 7_500,
  later: 12,
  sentInHour: 2_500,
  perSecond: 29.84,
  endsAt: new Date('2026-11-23T08:04:11Z'),
  pausedSince: null,
  silentUntil: null,
  zone,
};

test('an hour is told in the zone of the agency, with its day where that is another', () => {
  expect(hourIn(new Date('2026-11-23T09:30:00Z'), now, zone)).toBe('18:30');
  expect(hourIn(new Date('2026-11-23T15:30:00Z'), now, zone)).toBe('00:30 on 24 Nov');
});

test('letters in bulk stand in one line: how many, how fast, until when', () => {
  expect(broadcastLine(view, now, zone)).toBe(
    'In bulk: 7500 waiting and 12 for later, 2500 sent in the last hour, 29.8 a second, done at about 17:04 (Asia/Jayapura).',
  );
});

test('why nothing goes is said', () => {
  const still = { ...view, later: 0, perSecond: 0, endsAt: null };
  expect(broadcastLine({ ...still, pausedSince: now }, now, zone)).toBe(
    'In bulk: 7500 waiting, 2500 sent in the last hour, paused since 17:00.',
  );
  expect(broadcastLine({ ...still, silentUntil: view.endsAt }, now, zone)).toContain(
    'the platform asked for silence until 17:04',
  );
});

test('a bar fills from the left and never bursts', () => {
  expect(broadcastBar(view, 2_500, now, zone)).toBe(
    '[#######.......................] 2500 of 10000, 29.8 a second, done at about 17:04 (Asia/Jayapura)',
  );
  const done = { ...view, waiting: 0, perSecond: 0, endsAt: null };
  expect(broadcastBar(done, 0, now, zone)).toContain(`[${'#'.repeat(30)}] 0 of 0`);
  expect(broadcastBar({ ...done, perSecond: 0.2 }, 3, now, zone)).toBe(
    `[${'#'.repeat(30)}] 3 of 3, 12.0 a minute`,
  );
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate, weekday } from '../../../bot/domain/local-date.ts';
import { type ReportAction, type ReportState, stateAfter } from '../../../bot/domain/report-state.ts';
import { isWorkingDay } from '../../../bot/domain/working-days.ts';
import { imagineReports } from './imagine.ts';
import { type DemoHall, demoHall, until } from './testing.ts';

let hall: DemoHall;

beforeAll(async () => {
  hall = await demoHall();
});
afterAll(() => hall.close());

describe('the timelines', () => {
  type Event = {
    ticket: string;
    now: ReportState;
    at: Date;
    action: ReportAction;
    state: ReportState;
    actor: string;
  };
  const events = () => hall.sql<Event[]>`
    select ticket, r.state as now, e.at, e.action, e.state, e.actor from report_event e join report r on r.id = e.report_id order by e.id`;

  test('begin with the receipt, take only steps that are allowed, and end where the report stands', async () => {
    const lives = Map.groupBy(await events(), ({ ticket }) => ticket);
    expect(lives.size).toBe(300);
    for (const [ticket, [first, ...rest]] of lives) {
      expect(first, ticket).toMatchObject({ action: 'received', state: 'diterima', actor: 'citizen' });
      const end = rest.reduce<ReportState>((before, { action, state }) => {
        expect(stateAfter(before, action), `${ticket}: ${action} while ${before}`).toBe(state);
        return state;
      }, 'diterima');
      expect(first?.now, ticket).toBe(end);
    }
  });

  test('go forward in time and stop at the last moment', async () => {
    for (const [ticket, life] of Map.groupBy(await events(), (event) => event.ticket)) {
      const times = life.map(({ at }) => at.getTime());
      expect(times, ticket).toEqual([...times].sort((a, b) => a - b));
      expect(Math.max(...times), ticket).toBeLessThanOrEqual(until.getTime());
    }
  });

  test.each([
    ['before November', until],
    ['around Idulfitri', new Date('2026-04-06T02:00:00Z')],
  ])('%s show officers at work only in office hours on working days', (_, last) => {
    const told = imagineReports(hall.city, last).flatMap((one) => one.told);
    const staff = told.filter(({ actor }) => actor !== 'citizen');
    expect(staff.length).toBeGreaterThan(500);
    for (const { at } of staff) {
      const day = localDate(at, 'Asia/Jakarta');
      const clock = at.toLocaleTimeString('en-GB', {
        timeZone: 'Asia/Jakarta',
        hour: '2-digit',
        minute: '2-digit',
      });
      expect(isWorkingDay(hall.city.calendar, day), day).toBe(true);
      expect(clock >= '07:30' && clock < (weekday(day) === 5 ? '14:30' : '16:00'), `${day} ${clock}`).toBe(
        true,
      );
    }
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Case, type Comer, judge } from '../../../bot/domain/case.ts';
import { rulesOf } from '../../../bot/domain/clock-facts.ts';
import type { Actor } from '../../../bot/domain/life-step.ts';
import { localDate, weekday } from '../../../bot/domain/local-date.ts';
import { stepOf } from '../../../bot/domain/report-life.ts';
import { type ReportAction, type ReportState, stateAfter } from '../../../bot/domain/report-state.ts';
import { forwardAtFiling, type LifeEvent, stateOf } from '../../../bot/domain/report-timeline.ts';
import { isWorkingDay } from '../../../bot/domain/working-days.ts';
import { imagineReports } from './imagine.ts';
import { type DemoHall, demoHall, until } from './testing.ts';

/** Whoever acts, as the permission table knows them. */
const comerOf = (actor: Actor, office: string): Comer | 'clock' => {
  switch (actor) {
    case 'clock':
      return actor;
    case 'citizen':
      return { as: 'citizen', wrote: true, follows: false };
    case 'officer':
    case 'coordinator':
    case 'supervisor':
      return { as: 'staff', hats: ['asn', actor], office };
    default:
      return actor satisfies never;
  }
};

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

  test('keep every rule of a report’s life: each step is taken by somebody who may, with what it needs', () => {
    const { city } = hall;
    const rules = rulesOf(city);
    let judged = 0;
    for (const { report, draft, told } of imagineReports(city, until)) {
      const timeline: LifeEvent[] =
        report.state === 'diteruskan' ? [forwardAtFiling(draft.unit, report.receivedAt)] : [];
      for (const { at, action, actor, detail, words = '' } of told) {
        const it: Case = {
          sensitive: report.sensitive,
          confidential: report.confidential,
          office: draft.unit,
          state: stateOf(timeline),
          filed: {
            receivedOn: report.receivedOn,
            verify: report.verify,
            firstAnswer: report.firstAnswer,
            settle: report.settle,
          },
          timeline,
        };
        const need = stepOf(it.state, action)?.needs?.[0];
        const { on = '' } = detail.answer ?? {};
        const step = judge(
          it,
          comerOf(actor, draft.unit),
          {
            action,
            ...(need && { given: { [need]: words } }),
            ...(detail.answer && { answer: { shape: 'planned', on } }),
          },
          at,
          rules,
        );
        if ('refused' in step) throw new Error(`${report.ticket}: ${action} refused, ${step.refused}`);
        judged += 1;
        timeline.push(step.event);
      }
    }
    expect(judged).toBeGreaterThan(900);
  });

  test('say who of the office acted, and who took the report', async () => {
    const acts = await hall.sql<{ actor: string; roles: string[] | null; own: boolean | null }[]>`
      select e.actor, p.roles, p.unit_code = r.unit_code as own from report_event e
      join report r on r.id = e.report_id left join employee p on p.id = e.employee_id`;
    const of = (actor: string) => acts.filter((one) => one.actor === actor);
    expect(of('officer').every(({ roles, own }) => roles?.includes('officer') && own)).toBe(true);
    expect(of('coordinator').every(({ roles, own }) => roles?.includes('coordinator') && own)).toBe(true);
    expect([...of('citizen'), ...of('clock')].every(({ roles }) => roles === null)).toBe(true);
    const untaken = await hall.sql`select 1 from report
      where (taker_id is null) <> (state in ('diteruskan', 'diterima', 'bukan_wewenang'))`;
    expect([...untaken]).toEqual([]);
    const strangers = await hall.sql`select 1 from report r join employee e on e.id = r.taker_id
      where e.unit_code <> r.unit_code or not 'officer' = any(e.roles)`;
    expect([...strangers]).toEqual([]);
  });

  test('tell nobody: it was long ago', async () => {
    expect([...(await hall.sql`select 1 from notice`)]).toEqual([]);
    expect([...(await hall.sql`select 1 from contact where unreachable_at is null`)]).toEqual([]);
  });

  test('promise an answer, a check and an end each, and name days that are working days', async () => {
    const without = await hall.sql`select 1 from report where verify_due is null or settle_days is null`;
    expect([...without]).toEqual([]);
    const named = await hall.sql<{ on: string; said: string }[]>`
      select detail->'answer'->>'on' as on, blanks->>'date' as said from report_event where action = 'answer'`;
    expect(named.length).toBeGreaterThan(150);
    for (const { on, said } of named) {
      expect(isWorkingDay(hall.city.calendar, on), on).toBe(true);
      expect(said).toBe(on);
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

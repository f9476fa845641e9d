import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { usualCoaching } from '../../bot/domain/coaching/coaching-rules.ts';
import { coachingOf } from '../../bot/domain/coaching/coaching-settings.ts';
import { linkedDeviceOf } from '../../bot/domain/linked-device-settings.ts';
import { elements } from '../../bot/domain/skm/elements.ts';
import { surveyOf } from '../../bot/domain/skm/survey-settings.ts';
import { openTestHall, type TestHall, testKey } from '../testing/hall.ts';
import { type Workplace, workplace } from './testing/run-program.ts';

let house: TestHall;
let place: Workplace;
beforeAll(async () => {
  house = await openTestHall();
  place = await workplace({ DATABASE_URL: house.databaseUrl, APP_KEY: testKey.toString('base64') });
});
afterAll(async () => {
  await place.leave();
  await house.close();
});

const setting = (words = '') => place.run('pendopo', `setting ${words}`);
const stored = async () =>
  (await house.hall.database.sql`select settings -> 'survey' as survey from agency`)[0];

describe('an operator', () => {
  test('reads what the agency has decided, and what each may be', async () => {
    const { code, out } = await setting();
    expect(code).toBe(0);
    const lines = out.split('\n').map((line) => line.split(/ {2,}/));
    expect(lines.filter(([name = '']) => !/^(training|reminders|hours|ip-asn)\./.test(name))).toEqual([
      ['NAME', 'VALUE', 'MAY BE'],
      ['skm.weight', 'exact', 'exact, printed_0_11, printed_0_111'],
      ['skm.period', 'month', 'month, quarter, semester, year'],
      ['skm.order', 'questionnaire', 'list, questionnaire, or the nine elements with commas'],
      ['skm.low', '76.61', '25.00 to 100.00'],
      ['coaching.element-below', '76.61', '25.00 to 100.00'],
      ['coaching.on-time-below', '80', 'whole percent, 1 to 100'],
      ['coaching.complaint-times', '1.5', '1.00 to 9.99'],
      ['linked-device.daily-most', '600', '50 to 5000'],
      [''],
    ]);
    expect(JSON.parse((await setting('skm.low --json')).out)).toMatchObject({ value: '76.61' });
  });

  test.each([
    ['skm.weight 0.11', 'skm.weight may be exact, printed_0_11, printed_0_111, not 0.11.'],
    ['skm.low 24.99', 'skm.low may be 25.00 to 100.00, not 24.99.'],
    ['coaching.element-below 101', 'coaching.element-below may be 25.00 to 100.00, not 101.'],
    ['linked-device.daily-most 5001', 'linked-device.daily-most may be 50 to 5000, not 5001.'],
  ])('who types %s is told what it may be, and nothing is written', async (words, said) => {
    const { code, out, err } = await setting(words);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(said);
    expect(await stored()).toEqual({ survey: null });
  });

  test('decides something, which a running service notices; the rest of the settings stays', async () => {
    const before = house.hall.city().agency.settings;
    expect((await setting('skm.weight printed_0_11')).out).toBe(
      'skm.weight is now printed_0_11. A running service notices within a minute.\n',
    );
    expect(JSON.parse((await setting('skm.low 70,5 --json')).out)).toEqual({
      name: 'skm.low',
      value: '70.50',
      allowed: '25.00 to 100.00',
      changed: true,
    });
    expect(surveyOf(house.hall.city().agency.settings).weight).toBe('exact');
    await house.hall.refresh();
    const { survey, ...rest } = house.hall.city().agency.settings;
    expect(rest).toEqual(before);
    expect(survey).toEqual({ weight: 'printed_0_11', low: { below: '70.50', leastAnswers: 5 } });
  });

  test('decides when an office is offered help; what was not decided stays as usual', async () => {
    expect((await setting('coaching.element-below 80')).out).toContain(
      'coaching.element-below is now 80.00.',
    );
    await house.hall.refresh();
    const { settings } = house.hall.city().agency;
    expect(coachingOf(settings)).toEqual({ ...usualCoaching, elementBelow: '80.00' });
  });

  test('decides how much the linked device sends in a day', async () => {
    expect((await setting('linked-device.daily-most 200')).out).toContain(
      'linked-device.daily-most is now 200.',
    );
    await house.hall.refresh();
    expect(linkedDeviceOf(house.hall.city().agency.settings)).toEqual({ dailyMost: 200 });
  });

  test('hears what follows from a change, and that a second one is none', async () => {
    const keys = elements.toReversed();
    expect((await setting('skm.period quarter')).out).toContain('may rate it once more');
    await setting(`skm.order ${keys.join(',')}`);
    expect((await setting(`skm.order ${keys.join(',')}`)).out).toBe(
      `skm.order was ${keys.join(',')} before.\n`,
    );
    expect(await stored()).toMatchObject({ survey: { period: 'quarter', order: keys } });
  });

  test('decides what learning owes and when people are reminded, and everybody is thought over again', async () => {
    const { sql } = house.hall.database;
    const [employee] = await sql<{ id: number }[]>`insert into employee (nip, name, unit_code, position, kind)
      select '199001012015011001', 'Uji Coba', code, 'Analis', 'pns' from unit limit 1 returning id::int`;
    await sql`insert into reminder_look (employee_id, next_at) values (${employee?.id ?? 0}, '2027-01-01')`;
    const later = async () =>
      (await sql<{ later: boolean }[]>`select next_at > '2026-01-01' as later from reminder_look`)[0]?.later;

    expect((await setting('reminders.complete 14,7,1,0')).out).toContain('is now 14,7,1,0.');
    expect(await later()).toBe(false);
    await sql`update reminder_look set next_at = '2027-01-01'`;
    expect((await setting('reminders.complete 0,1,7,14')).out).toBe(
      'reminders.complete was 14,7,1,0 before.\n',
    );
    expect(await later()).toBe(true);
    expect((await setting('hours.seasons 2027-02-08..2027-03-09,08.00-15.00')).out).toContain(
      'Officers are on duty',
    );
    expect((await setting('training.duty.pns target:24')).code).toBe(0);

    const [row] = await sql`select settings -> 'training' as training from agency`;
    expect(row).toEqual({
      training: {
        rules: { duty: expect.objectContaining({ pns: { is: 'target', jp: 2400 } }) },
        milestones: { complete: { daysLeft: [14, 7, 1, 0] } },
        seasons: [
          {
            from: '2027-02-08',
            until: '2027-03-09',
            hours: [{ days: [1, 2, 3, 4, 5], opens: '08.00', closes: '15.00' }],
          },
        ],
      },
    });
    await sql`update reminder_look set next_at = '2027-01-01'`;
    await house.hall.refresh();
    expect(await later()).toBe(false);
    await sql`update reminder_look set next_at = '2027-01-01'`;
    await house.hall.refresh();
    expect(await later()).toBe(true);
  });

  test.each([
    ['training.duty.pns target:10', 'training.duty.pns cannot be target:10: PP 11/2017 asks a PNS'],
    ['training.minutes-per-jp many', 'training.minutes-per-jp may be 30 to 120, not many.'],
    [
      'training.team-case without:dinas_sosial,dinas_sihir',
      'without:dinas_sosial,dinas_sihir: there is no office dinas_sihir.',
    ],
    ['training.team-case maybe', 'training.team-case may be on, off, or without:CODE,CODE'],
  ])('who types %s is told why not', async (words, said) => {
    expect(await setting(words)).toMatchObject({ code: 1, out: '', err: expect.stringContaining(said) });
  });

  test('who names a setting that is none is told where they stand', async () => {
    expect(await setting('training.luck 7')).toMatchObject({
      code: 2,
      err: expect.stringContaining('lists them'),
    });
  });
});

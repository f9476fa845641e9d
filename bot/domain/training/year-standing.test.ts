import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seedCalendar } from '../fixtures/seed.ts';
import { addCalendarDays } from '../local-date.ts';
import { certificateStatuses } from './certificate-status.ts';
import { type EmployeeKind, usualTraining } from './training-rules.ts';
import { type CountedCertificate, yearStanding } from './year-standing.ts';

const calendar = seedCalendar();

const verified = (jp: number, date = '2026-05-04'): CountedCertificate => ({ date, jp, status: 'sah' });

const standing = (
  certificates: readonly CountedCertificate[],
  today = '2026-11-22',
  kind: EmployeeKind = 'pns',
) => yearStanding(certificates, kind, today, calendar);

describe('what a person owes', () => {
  test.each([
    ['pns', 0, 2000, 0],
    ['pns', 1200, 800, 0],
    ['pns', 1999, 1, 0],
    ['pns', 2000, 0, 0],
    ['pns', 4000, 0, 0],
    ['pppk', 0, 0, 0],
    ['pppk', 2400, 0, 0],
    ['pppk', 2450, 0, 50],
    ['pppk_paruh_waktu', 3000, 0, 0],
    ['other', 3000, 0, 0],
  ] satisfies [EmployeeKind, number, number, number][])(
    '%s with %i hundredths: %i are missing, %i above',
    (kind, jp, missing, above) => {
      const { verified: sum, ...rest } = standing(jp > 0 ? [verified(jp)] : [], '2026-11-22', kind);
      expect(sum).toBe(jp);
      expect(rest).toMatchObject({ missing, above });
    },
  );
});

test('hours that wait or were refused are not counted; those that wait are told apart', () => {
  const certificates = [
    verified(800),
    { ...verified(400), status: 'menunggu' as const },
    { ...verified(250), status: 'menunggu' as const },
    { ...verified(1000), status: 'ditolak' as const },
  ];
  expect(standing(certificates)).toMatchObject({ verified: 800, waiting: 650, missing: 1200 });
});

test('three certificates with decimals come to what one reckons by hand', () => {
  expect(standing([verified(250), verified(775), verified(1)]).verified).toBe(1026);
});

describe('over New Year', () => {
  const course = verified(1200, '2027-01-04');

  test('a course that began in December counts in the year of its certificate', () => {
    expect(standing([course], '2026-12-31')).toMatchObject({ year: 2026, verified: 0, missing: 2000 });
    expect(standing([course], '2027-01-04')).toMatchObject({ year: 2027, verified: 1200, missing: 800 });
  });

  test('a certificate of the last day stays in the old year, and the new one begins at nothing', () => {
    const last = verified(2000, '2026-12-31');
    expect(standing([last], '2026-12-31')).toMatchObject({ verified: 2000, missing: 0 });
    expect(standing([last], '2027-01-01')).toMatchObject({ verified: 0, missing: 2000 });
  });
});

describe('the time that is left', () => {
  test.each([
    ['2026-01-01', 52, 240],
    ['2026-11-22', 5, 27],
    ['2026-12-24', 1, 4],
    ['2026-12-28', 0, 3],
    ['2026-12-31', 0, 0],
    ['2027-01-01', 52, 242],
  ])('on %s: %i weeks and %i working days', (today, weeks, workingDays) => {
    expect(standing([], today).left).toEqual({ weeks, workingDays, estimate: false });
  });

  test('a year without decrees on holidays is an estimate', () => {
    expect(standing([], '2028-01-03').left.estimate).toBe(true);
    expect(standing([], '2025-12-30').left.estimate).toBe(true);
  });

  test('on the last day nothing is left, which is no estimate', () => {
    for (const today of ['2025-12-31', '2028-12-31'])
      expect(standing([], today).left).toEqual({ weeks: 0, workingDays: 0, estimate: false });
  });
});

describe('the pace of a year', () => {
  test.each([
    ['2026-03-30', 0, null, '2026-03-31'],
    ['2026-03-31', 0, '2026-03-31', '2026-06-30'],
    ['2026-03-31', 499, '2026-03-31', '2026-06-30'],
    ['2026-03-31', 500, null, '2026-06-30'],
    ['2026-06-29', 500, null, '2026-06-30'],
    ['2026-06-30', 500, '2026-06-30', '2026-09-30'],
    ['2026-09-30', 1500, null, '2026-11-30'],
    ['2026-11-29', 1499, '2026-09-30', '2026-11-30'],
    ['2026-11-30', 1999, '2026-11-30', null],
    ['2026-12-31', 2000, null, null],
  ])('on %s with %i hundredths: behind %s, next %s', (today, jp, behind, next) => {
    const { pace } = standing(jp > 0 ? [verified(jp, '2026-02-02')] : [], today);
    expect([pace.behind?.on ?? null, pace.next?.on ?? null]).toEqual([behind, next]);
  });

  test('it says what is missing to each', () => {
    expect(standing([verified(700)], '2026-07-01').pace).toEqual({
      behind: { on: '2026-06-30', due: 1000, missing: 300 },
      next: { on: '2026-09-30', due: 1500, missing: 800 },
    });
  });

  test('who owes nothing is never behind', () => {
    for (const kind of ['pppk', 'pppk_paruh_waktu', 'other'] as const)
      expect(standing([], '2026-12-31', kind).pace).toEqual({ behind: null, next: null });
  });

  test('an agency that sets its own milestones gets them, in whatever order it wrote them', () => {
    const pace = [
      { on: '11-15', percent: 100 },
      { on: '06-15', percent: 33 },
    ];
    const own = yearStanding([], 'pns', '2026-07-01', calendar, { ...usualTraining, pace });
    expect(own.pace).toEqual({
      behind: { on: '2026-06-15', due: 660, missing: 660 },
      next: { on: '2026-11-15', due: 2000, missing: 2000 },
    });
  });
});

const certificate = fc.record({
  date: fc.integer({ min: 0, max: 729 }).map((days) => addCalendarDays('2026-01-01', days)),
  jp: fc.integer({ min: 1, max: 5000 }),
  status: fc.constantFrom(...certificateStatuses),
});
const record = fc.array(certificate, { maxLength: 12 });
const someDay = fc.integer({ min: 0, max: 729 }).map((days) => addCalendarDays('2026-01-01', days));
const kinds = fc.constantFrom<EmployeeKind>('pns', 'pppk', 'pppk_paruh_waktu', 'other');

describe('for every record', () => {
  test('one more certificate never lowers the sum nor raises what is missing', () => {
    fc.assert(
      fc.property(record, certificate, someDay, kinds, (known, one, today, kind) => {
        const [before, after] = [standing(known, today, kind), standing([...known, one], today, kind)];
        expect(after.verified).toBeGreaterThanOrEqual(before.verified);
        expect(after.missing).toBeLessThanOrEqual(before.missing);
        expect(after.pace.behind?.missing ?? 0).toBeLessThanOrEqual(before.pace.behind?.missing ?? 0);
      }),
    );
  });

  test('the order does not matter', () => {
    fc.assert(
      fc.property(record, fc.array(fc.nat()), someDay, kinds, (known, keys, today, kind) => {
        const mixed = known
          .map((one, at) => ({ one, key: keys[at] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(standing(mixed, today, kind)).toEqual(standing(known, today, kind));
      }),
    );
  });

  test('every verified hour counts in one year and in no other', () => {
    fc.assert(
      fc.property(record, (known) => {
        const all = known.filter(({ status }) => status === 'sah').reduce((sum, { jp }) => sum + jp, 0);
        const years = ['2026-12-31', '2027-12-31'].map((today) => standing(known, today).verified);
        expect((years[0] ?? 0) + (years[1] ?? 0)).toBe(all);
      }),
    );
  });

  test('what is verified and what is missing make the target, unless it is passed', () => {
    fc.assert(
      fc.property(record, someDay, (known, today) => {
        const { verified: sum, missing } = standing(known, today);
        expect(sum + missing).toBe(Math.max(sum, 2000));
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seedCalendar, seedCategories } from './fixtures/seed.ts';
import { addCalendarDays, type LocalDate } from './local-date.ts';
import type { Reminder } from './reminder.ts';
import { type ClockFacts, reportClocks } from './report-clocks.ts';
import { remindersDue } from './report-reminders.ts';
import { isWorkingDay, workingDayBefore } from './working-days.ts';

const rules = { calendar: seedCalendar(), deadlines: seedCategories().deadlines };
const sure = (due: LocalDate) => ({ due, estimate: false });

/** A report of Friday 20 November that went to its office at once. */
const filed: ClockFacts = {
  state: 'diteruskan',
  since: '2026-11-20',
  verify: sure('2026-11-25'),
  firstAnswer: sure('2026-11-27'),
  settle: sure('2026-12-10'),
  verifiedOn: '2026-11-20',
  askings: [],
  plans: [],
  extensionsBefore: 0,
};
const answered: ClockFacts = { ...filed, state: 'diproses', answeredOn: '2026-11-26' };

/** What the days bring when somebody looks every day and gives each reminder once. */
const lived = (facts: ClockFacts, until: LocalDate, from: LocalDate = facts.since) => {
  const given = new Map<string, { on: LocalDate; reminder: Reminder }>();
  for (let on = from; on <= until; on = addCalendarDays(on, 1)) {
    for (const reminder of remindersDue(facts, rules, on)) {
      if (!given.has(reminder.key)) given.set(reminder.key, { on, reminder });
    }
  }
  return [...given.values()];
};
const told = (facts: ClockFacts, until: LocalDate, from?: LocalDate) =>
  lived(facts, until, from).map(({ on, reminder: { stage, to } }) => `${on} ${stage} ${to}`);

test('an office that never says a word', () => {
  expect(told(filed, '2026-12-18')).toEqual([
    '2026-11-25 half_time officer',
    '2026-11-26 day_before officer',
    '2026-11-27 own_up citizen',
    '2026-11-30 escalate supervisor',
    '2026-12-01 half_time officer',
    '2026-12-04 news citizen',
    '2026-12-09 day_before officer',
    '2026-12-10 own_up citizen',
    '2026-12-11 escalate supervisor',
    '2026-12-17 news citizen',
  ]);
});

test('a report that was answered is only watched to its end', () => {
  expect(told(answered, '2026-12-11', '2026-11-26')).toEqual([
    '2026-12-01 half_time officer',
    '2026-12-09 day_before officer',
    '2026-12-10 own_up citizen',
    '2026-12-11 escalate supervisor',
  ]);
});

test('the citizen is told when the next news comes, and then it comes', () => {
  const news = lived(filed, '2026-12-31').flatMap(({ on, reminder }) =>
    reminder.stage === 'own_up' || reminder.stage === 'news' ? [{ on, next: reminder.nextNews }] : [],
  );
  expect(news[0]).toEqual({ on: '2026-11-27', next: '2026-12-04' });
  expect(news[1]?.on).toBe('2026-12-04');
  for (const [i, one] of news.entries()) {
    const after = news[i + 1];
    if (after) expect(after.on <= one.next, `${one.on} → ${one.next}`).toBe(true);
  }
});

test('on the promised day itself the office has until it closes', () => {
  const own = (on: LocalDate) => remindersDue(filed, rules, on).find(({ stage }) => stage === 'own_up');
  expect(own('2026-11-27')).toMatchObject({ onlyAfterHours: true });
  expect(own('2026-11-28')).toMatchObject({ onlyAfterHours: false, key: own('2026-11-27')?.key });
});

test('an office that has said Belum bisa has owned up itself; its supervisor hears of it all the same', () => {
  expect(told({ ...answered, notYetOn: '2026-12-09' }, '2026-12-17', '2026-12-09')).toEqual([
    '2026-12-09 day_before officer',
    '2026-12-11 escalate supervisor',
    '2026-12-17 news citizen',
  ]);
  const longAgo = { ...answered, notYetOn: '2026-12-01' };
  expect(told(longAgo, '2026-12-10', '2026-12-10')).toContain('2026-12-10 own_up citizen');
});

test('a new day is watched like the first one', () => {
  const moved = { ...answered, plans: [{ madeOn: '2026-12-09', on: '2026-12-18' }] };
  expect(told(moved, '2026-12-21', '2026-12-09')).toEqual([
    '2026-12-15 half_time officer',
    '2026-12-17 day_before officer',
    '2026-12-18 own_up citizen',
    '2026-12-21 escalate supervisor',
  ]);
});

test('Perpanjang is offered while an extension is left', () => {
  const late = (plans: ClockFacts['plans']) =>
    remindersDue({ ...answered, plans }, rules, '2027-01-15').find(({ stage }) => stage === 'escalate');
  const once = { madeOn: '2026-12-09', on: '2026-12-14' };
  const twice = { madeOn: '2026-12-14', on: '2026-12-18' };
  expect(late([once])).toMatchObject({ mayExtend: true, due: '2026-12-14' });
  expect(late([once, twice])).toMatchObject({ mayExtend: false, due: '2026-12-18' });
});

test('before an office has it, the coordinator is reminded, and nobody owns up to the clock of verifying', () => {
  expect(told({ ...filed, state: 'diterima', verifiedOn: undefined }, '2026-11-26')).toEqual([
    '2026-11-24 day_before coordinator',
    '2026-11-25 half_time coordinator',
    '2026-11-26 escalate supervisor',
    '2026-11-26 day_before coordinator',
  ]);
});

test('where answer and end are promised for the same day, nobody hears it twice', () => {
  const question = { ...filed, settle: filed.firstAnswer };
  expect(told(question, '2026-11-30')).toEqual([
    '2026-11-25 half_time officer',
    '2026-11-26 day_before officer',
    '2026-11-27 own_up citizen',
    '2026-11-30 escalate supervisor',
  ]);
});

describe('while the citizen is asked', () => {
  const asked: ClockFacts = { ...filed, state: 'menunggu_warga', askings: [{ askedOn: '2026-11-25' }] };

  test('the office is left alone, and the citizen hears before the question lapses', () => {
    expect(told(asked, '2026-12-20', '2026-11-25')).toEqual([
      '2026-12-08 answer_soon citizen',
      '2026-12-10 pause_end clock',
    ]);
  });

  test('a second question has the days the first one left', () => {
    const twice: ClockFacts = {
      ...asked,
      askings: [{ askedOn: '2026-11-23', answeredOn: '2026-11-25' }, { askedOn: '2026-11-26' }],
    };
    expect(
      lived(twice, '2026-12-20', '2026-11-26').map(({ on, reminder: { key } }) => `${on} ${key}`),
    ).toEqual(['2026-12-07 pause:2:answer_soon', '2026-12-09 pause:2:end']);
  });
});

test('a late question is no excuse before the supervisor, but the citizen who is asked hears no excuses', () => {
  const asked: ClockFacts = { ...filed, state: 'menunggu_warga', askings: [{ askedOn: '2026-11-30' }] };
  const stages = remindersDue(asked, rules, '2026-12-07').map(({ key }) => key);
  expect(stages).toEqual(['first_answer:2026-11-27:escalate']);
});

test('silence closes a report on the working day after the last one the citizen had', () => {
  const done: ClockFacts = { ...answered, state: 'ditindaklanjuti', settledOn: '2026-11-27' };
  expect(told(done, '2026-12-20', '2026-11-27')).toEqual(['2026-12-14 auto_close clock']);
});

test('closed, merged and archived reports remind nobody', () => {
  for (const state of ['selesai', 'digabung', 'diarsipkan', 'bukan_wewenang'] as const) {
    const facts: ClockFacts = { ...filed, state, askings: [{ askedOn: '2026-11-25' }] };
    expect(told(facts, '2027-01-31'), state).toEqual([]);
  }
});

describe('for any report', () => {
  const start = fc.integer({ min: 0, max: 300 }).map((n) => addCalendarDays('2026-01-05', n));
  const reports = fc
    .record({ since: start, first: fc.integer({ min: 1, max: 20 }), more: fc.nat(60), plan: fc.nat(40) })
    .map(({ since, first, more, plan }): ClockFacts => {
      const firstAnswer = addCalendarDays(since, first);
      const settle = addCalendarDays(firstAnswer, more);
      const plans = plan === 0 ? [] : [{ madeOn: firstAnswer, on: addCalendarDays(firstAnswer, plan) }];
      return { ...filed, since, firstAnswer: sure(firstAnswer), settle: sure(settle), plans };
    });

  test('officers are reminded on working days, before the day and not after it', () => {
    let seen = 0;
    fc.assert(
      fc.property(reports, (facts) => {
        for (const { on, reminder } of lived(facts, addCalendarDays(facts.since, 130))) {
          if (reminder.to !== 'officer') continue;
          seen += 1;
          expect(isWorkingDay(rules.calendar, on), `${on} ${reminder.key}`).toBe(true);
          expect(on < reminder.due).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
    expect(seen).toBeGreaterThan(20);
  });

  test('whoever looks only now and then loses no word owed to the citizen', () => {
    fc.assert(
      fc.property(reports, fc.integer({ min: 1, max: 4 }), (facts, every) => {
        const { settle } = reportClocks(facts, rules);
        if (settle.is !== 'running') throw new Error(settle.is);
        let told = false;
        for (let on = facts.since; on <= addCalendarDays(settle.due, 5); on = addCalendarDays(on, every)) {
          told ||= remindersDue(facts, rules, on).some(
            ({ key }) => key.startsWith('settle:') && key.endsWith(':own_up'),
          );
        }
        expect(told).toBe(true);
      }),
    );
  });

  test('nobody gets the same kind of word twice in one look', () => {
    fc.assert(
      fc.property(reports, fc.nat(150), fc.boolean(), (report, later, sorted) => {
        const unsorted: ClockFacts = { ...report, state: 'diterima', verifiedOn: undefined };
        const facts = sorted ? report : unsorted;
        const stages = remindersDue(facts, rules, addCalendarDays(facts.since, later)).map(({ stage }) =>
          stage === 'own_up' ? 'news' : stage,
        );
        expect(new Set(stages).size).toBe(stages.length);
      }),
    );
  });

  test('the day before is the working day before', () => {
    fc.assert(
      fc.property(reports, (facts) => {
        for (const { on, reminder } of lived(facts, addCalendarDays(facts.since, 130))) {
          if (reminder.stage === 'day_before')
            expect(on).toBe(workingDayBefore(rules.calendar, reminder.due));
        }
      }),
      { numRuns: 30 },
    );
  });
});

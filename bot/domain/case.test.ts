import { describe, expect, test } from 'vitest';
import { type Case, type Comer, judge, openTo } from './case.ts';
import { seedCalendar, seedCategories } from './fixtures/seed.ts';
import type { LifeEvent } from './report-timeline.ts';
import type { StaffRole } from './roles.ts';

const { deadlines } = seedCategories();
const rules = { calendar: seedCalendar(), deadlines, zone: 'Asia/Jakarta' };
const filedOn = '2026-11-18';
const at = (day: string) => new Date(`${day}T03:00:00Z`);

const filed = {
  receivedOn: filedOn,
  verify: { due: '2026-11-23', estimate: false },
  firstAnswer: { due: '2026-11-25', estimate: false },
  settle: { due: '2026-12-08', estimate: false, days: 14 },
};
const forwarded: LifeEvent = {
  action: 'forward',
  by: 'clock',
  at: at(filedOn),
  given: { office: 'dishub' },
  from: 'diterima',
  to: 'diteruskan',
};
const accepted: LifeEvent = {
  action: 'accept',
  by: 'officer',
  at: at('2026-11-19'),
  from: 'diteruskan',
  to: 'diproses',
};

const lying = (timeline: LifeEvent[], more: Partial<Case> = {}): Case => ({
  sensitive: 'none',
  confidential: false,
  office: 'dishub',
  state: timeline.at(-1)?.to ?? 'diterima',
  filed,
  timeline,
  ...more,
});
const staff = (
  hats: StaffRole[],
  office = 'dishub',
  more: { assigned?: boolean; concerned?: boolean } = {},
): Comer => ({
  as: 'staff',
  hats,
  office,
  ...more,
});
const reporter: Comer = { as: 'citizen', wrote: true, follows: false };
const follower: Comer = { as: 'citizen', wrote: false, follows: true };
const stranger: Comer = { as: 'citizen', wrote: false, follows: false };

describe('what is open to whom', () => {
  test.each<[string, Comer, string[]]>([
    [
      'an officer of the office',
      staff(['asn', 'officer']),
      ['accept', 'return', 'not_yet', 'extend', 'merge'],
    ],
    ['its head', staff(['supervisor']), ['return', 'not_yet', 'extend']],
    ['an officer of another office', staff(['officer'], 'dinas_pu'), []],
    ['a coordinator', staff(['coordinator'], 'setda'), ['merge']],
    ['an administrator', staff(['admin'], 'setda'), []],
    ['whoever wrote it', reporter, ['add']],
    ['whoever joined', follower, ['add']],
    ['everybody else', stranger, []],
  ])('%s, when it has just come to the office', (_, who, open) => {
    expect(new Set(openTo(lying([forwarded]), who))).toEqual(new Set(open));
  });

  test('a coordinator sorts what no office has yet', () => {
    expect(new Set(openTo(lying([]), staff(['coordinator'], 'setda')))).toEqual(
      new Set(['verify', 'forward', 'ask_citizen', 'not_ours', 'archive', 'merge']),
    );
  });

  test.each<[string, Comer]>([
    ['the office complained about', staff(['officer'], 'dishub', { assigned: true, concerned: true })],
    ['an inspector it was not given to', staff(['inspector'], 'inspektorat')],
    ['a coordinator', staff(['coordinator'], 'setda')],
    [
      'an administrator who is an inspector too',
      staff(['inspector', 'admin'], 'inspektorat', { assigned: true }),
    ],
    ['a leader', staff(['leader'], 'setda')],
  ])('a sensitive report gives %s nothing', (_, who) => {
    expect(openTo(lying([forwarded], { sensitive: 'inspektorat', office: 'inspektorat' }), who)).toEqual([]);
  });

  test('an inspector handles a sensitive report as an officer does any other', () => {
    const it = lying([forwarded], { sensitive: 'inspektorat', office: 'inspektorat' });
    expect(openTo(it, staff(['inspector'], 'inspektorat', { assigned: true }))).toContain('accept');
  });
});

describe('a step that is judged', () => {
  test('is taken in the part that the hat gives, and the citizen is told', () => {
    expect(
      judge(lying([forwarded]), staff(['officer']), { action: 'accept' }, at('2026-11-19'), rules),
    ).toMatchObject({
      event: { action: 'accept', by: 'officer', from: 'diteruskan', to: 'diproses' },
      tells: 'in_progress',
    });
  });

  test('is refused by the life of the report before anything else', () => {
    expect(
      judge(lying([forwarded, accepted]), staff(['officer']), { action: 'accept' }, at('2026-11-19'), rules),
    ).toEqual({
      refused: 'not_now',
    });
  });

  test.each<[string, Comer]>([
    ['another office', staff(['officer'], 'dinas_pu')],
    ['a citizen', reporter],
    ['a committee member', staff(['committee'])],
  ])('is refused to %s', (_, who) => {
    expect(judge(lying([forwarded]), who, { action: 'accept' }, at('2026-11-19'), rules)).toEqual({
      refused: 'not_yours',
    });
  });

  test('may not promise a day that has passed, nor a third later one', () => {
    const later = (on: string, day: string): LifeEvent => ({
      action: 'extend',
      by: 'officer',
      at: at(day),
      given: { date: on, reason: 'suku cadang' },
      from: 'diproses',
      to: 'diproses',
    });
    const it = lying([forwarded, accepted]);
    const twice = lying([
      forwarded,
      accepted,
      later('2026-12-10', '2026-12-07'),
      later('2026-12-15', '2026-12-09'),
    ]);
    const extend = (date: string) => ({ action: 'extend' as const, given: { date, reason: 'hujan' } });
    expect(judge(it, staff(['officer']), extend('2026-11-10'), at('2026-11-19'), rules)).toEqual({
      refused: 'past_date',
    });
    expect(judge(twice, staff(['officer']), extend('2026-12-20'), at('2026-12-10'), rules)).toEqual({
      refused: 'third_extension',
    });
  });

  test('may not ask a citizen a third time', () => {
    const asked = (day: string): LifeEvent[] => [
      { action: 'ask_citizen', by: 'officer', at: at(day), from: 'diproses', to: 'menunggu_warga' },
      { action: 'citizen_answers', by: 'citizen', at: at(day), from: 'menunggu_warga', to: 'diproses' },
    ];
    const it = lying([forwarded, accepted, ...asked('2026-11-20'), ...asked('2026-11-23')]);
    const ask = { action: 'ask_citizen' as const, given: { question: 'Tiang yang mana?' } };
    expect(judge(it, staff(['officer']), ask, at('2026-11-24'), rules)).toEqual({ refused: 'asked_twice' });
  });

  test('reopens within ten days and not after', () => {
    const closed = lying([
      forwarded,
      accepted,
      { action: 'finish', by: 'officer', at: at('2026-11-20'), from: 'diproses', to: 'ditindaklanjuti' },
      { action: 'confirm', by: 'citizen', at: at('2026-11-23'), from: 'ditindaklanjuti', to: 'selesai' },
    ]);
    const reopen = { action: 'reopen' as const, given: { reason: 'mati lagi' } };
    expect(judge(closed, reporter, reopen, at('2026-12-03'), rules)).toMatchObject({
      event: { to: 'dibuka_kembali' },
    });
    expect(judge(closed, reporter, reopen, at('2026-12-04'), rules)).toEqual({ refused: 'too_late' });
  });

  test('needs what the table says', () => {
    expect(
      judge(lying([forwarded, accepted]), staff(['officer']), { action: 'finish' }, at('2026-11-19'), rules),
    ).toEqual({
      refused: 'missing',
      need: 'result',
    });
  });
});

import { describe, expect, test } from 'vitest';
import type { AnswerShape } from './answer-shape.ts';
import { factsOf } from './clock-facts.ts';
import { seedCalendar, seedCategories } from './fixtures/seed.ts';
import type { Actor, Given } from './life-step.ts';
import { fileReport } from './report.ts';
import { reportClocks } from './report-clocks.ts';
import type { ReportAction } from './report-state.ts';
import { forwardAtFiling, type LifeEvent, takeStep } from './report-timeline.ts';

const { categories, deadlines } = seedCategories();
const rules = { calendar: seedCalendar(), deadlines, zone: 'Asia/Jakarta' };
const lamp = categories.find(({ key }) => key === 'lampu_jalan');
if (!lamp) throw new Error('lampu_jalan');

const fileOn = (day: string, deadlineWorkingDays = lamp.deadlineWorkingDays) =>
  fileReport({
    ticket: 'SLT-7K4PQ2',
    kind: 'pengaduan',
    category: { ...lamp, deadlineWorkingDays },
    identity: 'biasa',
    ...rules,
    now: new Date(`${day}T03:00:00Z`),
  });

type Line = [day: string, action: ReportAction, by: Actor, extra?: Partial<Given> | AnswerShape];

const all: Given = {
  question: 'Nomor tiangnya?',
  reason: 'menunggu suku cadang',
  body: 'Tiang 14',
  office: 'dinas_pu',
  responsible: 'PLN',
  result: 'diganti',
  main_ticket: 'SLT-111111',
  date: '2026-12-01',
  archive_reason: 'tidak_jelas',
};

/** The clocks of a report filed on Friday 20 November, after these lines of its timeline. */
const clocksAfter = (...lines: Line[]) => reportClocks(factsAfter(...lines), rules);
const factsAfter = (...lines: Line[]) => {
  const timeline: LifeEvent[] = [forwardAtFiling('dinas_perhubungan', new Date('2026-11-20T03:00:00Z'))];
  for (const [day, action, by, extra] of lines) {
    const shaped = extra && 'shape' in extra ? { answer: extra } : {};
    const given = extra && !('shape' in extra) ? { ...all, ...extra } : all;
    const taken = takeStep(timeline, { action, by, at: new Date(`${day}T04:00:00Z`), given, ...shaped });
    if (!('event' in taken)) throw new Error(`${day} ${action}: ${taken.refused}`);
    timeline.push(taken.event);
  }
  return factsOf(fileOn('2026-11-20'), timeline, rules);
};
const planned = (on: string): AnswerShape => ({ shape: 'planned', on });

test('a report just filed owes an answer on Friday 27 November and an end on 10 December', () => {
  const clocks = clocksAfter();
  expect(clocks.verify).toMatchObject({ is: 'met', on: '2026-11-20', inTime: true });
  expect(clocks.firstAnswer).toMatchObject({ is: 'running', due: '2026-11-27', from: '2026-11-20' });
  expect(clocks.settle).toMatchObject({ is: 'running', due: '2026-12-10', extensions: 0 });
  expect(clocks).not.toHaveProperty('autoClose');
});

test('thirty working days from 18 November pass Natal, its cuti bersama and New Year, and end on 4 January', () => {
  const filed = fileOn('2026-11-18', 30);
  expect(reportClocks(factsOf(filed, [], rules), rules).settle).toMatchObject({
    due: '2027-01-04',
    first: '2027-01-04',
    estimate: false,
  });
});

test('a report that a coordinator has not looked at is watched by the clock of verifying', () => {
  expect(reportClocks(factsOf(fileOn('2026-11-20'), [], rules), rules).verify).toMatchObject({
    is: 'running',
    due: '2026-11-25',
  });
});

describe('the first answer', () => {
  test('is neither Terima nor kind words', () => {
    const { firstAnswer } = clocksAfter(
      ['2026-11-23', 'accept', 'officer'],
      ['2026-11-24', 'answer', 'officer', { shape: 'plain' }],
    );
    expect(firstAnswer).toMatchObject({ is: 'running', due: '2026-11-27' });
  });

  test.each<[string, AnswerShape]>([
    ['done', { shape: 'done' }],
    ['planned', planned('2026-12-08')],
    ['cannot be done', { shape: 'cannot', because: 'milik provinsi' }],
  ])('is a Balas that says: %s', (_, answer) => {
    const { firstAnswer } = clocksAfter(
      ['2026-11-23', 'accept', 'officer'],
      ['2026-11-26', 'answer', 'officer', answer],
    );
    expect(firstAnswer).toEqual({ is: 'met', on: '2026-11-26', first: '2026-11-27', inTime: true });
  });

  test('is Selesai, where nothing was said before; a day late is late', () => {
    const { firstAnswer, settle } = clocksAfter(
      ['2026-11-23', 'accept', 'officer'],
      ['2026-11-30', 'finish', 'officer'],
    );
    expect(firstAnswer).toMatchObject({ is: 'met', on: '2026-11-30', inTime: false });
    expect(settle).toMatchObject({ is: 'met', inTime: true });
  });

  test('late in the evening still belongs to its local day', () => {
    const filed = fileOn('2026-11-20');
    const accepted: LifeEvent = {
      ...forwardAtFiling('x', new Date('2026-11-20T03:00:00Z')),
      to: 'diproses',
    };
    const answer = (at: string): LifeEvent => ({
      action: 'answer',
      by: 'officer',
      at: new Date(at),
      answer: { shape: 'done' },
      from: 'diproses',
      to: 'diproses',
    });
    const inTime = (at: string) =>
      reportClocks(factsOf(filed, [accepted, answer(at)], rules), rules).firstAnswer;
    expect(inTime('2026-11-27T16:59:00Z')).toMatchObject({ is: 'met', inTime: true });
    expect(inTime('2026-11-27T17:00:00Z')).toMatchObject({ is: 'met', inTime: false });
  });
});

describe('a planned day', () => {
  const accepted: Line = ['2026-11-23', 'accept', 'officer'];

  test('after the promise is an extension; on-time figures count the first promise', () => {
    const { settle } = clocksAfter(accepted, ['2026-12-09', 'answer', 'officer', planned('2026-12-18')]);
    expect(settle).toMatchObject({ due: '2026-12-18', first: '2026-12-10', extensions: 1 });
    const ended = clocksAfter(
      accepted,
      ['2026-12-09', 'answer', 'officer', planned('2026-12-18')],
      ['2026-12-17', 'finish', 'officer'],
    );
    expect(ended.settle).toEqual({ is: 'met', on: '2026-12-17', first: '2026-12-10', inTime: false });
  });

  test('before the promise is a promise too, and moving it later is an extension', () => {
    const early: Line = ['2026-11-25', 'answer', 'officer', planned('2026-12-01')];
    expect(clocksAfter(accepted, early).settle).toMatchObject({ due: '2026-12-01', extensions: 0 });
    const moved: Line = ['2026-11-30', 'extend', 'supervisor', { date: '2026-12-04' }];
    expect(clocksAfter(accepted, early, moved).settle).toMatchObject({
      due: '2026-12-04',
      first: '2026-12-10',
      extensions: 1,
    });
  });

  test('waits with the citizen like any promise, and an extension stays one', () => {
    const { settle } = clocksAfter(
      accepted,
      ['2026-11-25', 'answer', 'officer', planned('2026-12-11')],
      ['2026-12-01', 'ask_citizen', 'officer'],
      ['2026-12-03', 'citizen_answers', 'citizen'],
    );
    expect(settle).toMatchObject({ due: '2026-12-15', first: '2026-12-14', extensions: 1 });
  });
});

describe('while the citizen is asked', () => {
  const asked: Line[] = [
    ['2026-11-23', 'accept', 'officer'],
    ['2026-11-25', 'ask_citizen', 'officer'],
  ];

  test('the promises stand with the days they have left, and the citizen has ten working days', () => {
    const clocks = clocksAfter(...asked);
    expect(clocks.firstAnswer).toEqual({ is: 'standing', workingDaysLeft: 2 });
    expect(clocks.settle).toEqual({ is: 'standing', workingDaysLeft: 11 });
    expect(clocks.pauseLimit).toEqual({ due: '2026-12-09', estimate: false });
  });

  test('and after the answer they run on by the days they stood', () => {
    const clocks = clocksAfter(...asked, ['2026-12-01', 'citizen_answers', 'citizen']);
    expect(clocks.firstAnswer).toMatchObject({ is: 'running', due: '2026-12-03' });
    expect(clocks.settle).toMatchObject({ is: 'running', due: '2026-12-16', first: '2026-12-16' });
    expect(clocks).not.toHaveProperty('pauseLimit');
  });

  test('a promise already broken does not stand', () => {
    const { firstAnswer } = clocksAfter(
      ['2026-11-23', 'accept', 'officer'],
      ['2026-11-30', 'ask_citizen', 'officer'],
    );
    expect(firstAnswer).toMatchObject({ is: 'running', due: '2026-11-27' });
  });
});

describe('after Selesai', () => {
  const done: Line[] = [
    ['2026-11-23', 'accept', 'officer'],
    ['2026-11-26', 'finish', 'officer'],
  ];

  test('the citizen has ten working days to speak', () => {
    expect(clocksAfter(...done).autoClose).toEqual({ due: '2026-12-10', estimate: false });
  });

  test('a word of theirs puts the promise to work again, with its old day', () => {
    const clocks = clocksAfter(...done, ['2026-11-27', 'citizen_replies', 'citizen']);
    expect(clocks.settle).toMatchObject({ is: 'running', due: '2026-12-10' });
    expect(clocks.firstAnswer).toMatchObject({ is: 'met', on: '2026-11-26' });
    expect(clocks).not.toHaveProperty('autoClose');
  });

  test('a closed report may be reopened for ten calendar days, and then promises anew', () => {
    const closed: Line[] = [...done, ['2026-11-27', 'confirm', 'citizen']];
    expect(clocksAfter(...closed).reopenUntil).toEqual({ due: '2026-12-07', estimate: false });
    const again = clocksAfter(...closed, ['2026-12-01', 'reopen', 'citizen']);
    expect(again.firstAnswer).toMatchObject({ is: 'running', from: '2026-12-01', due: '2026-12-08' });
    expect(again.settle).toMatchObject({ is: 'running', from: '2026-12-01', due: '2026-12-21' });
    expect(again).not.toHaveProperty('reopenUntil');
  });

  test('Belum beres before it is closed promises just as anew', () => {
    const again = clocksAfter(...done, ['2026-12-01', 'reopen', 'citizen']);
    expect(again.firstAnswer).toMatchObject({ is: 'running', from: '2026-12-01', due: '2026-12-08' });
    expect(again.settle).toMatchObject({ is: 'running', from: '2026-12-01', due: '2026-12-21' });
    expect(again).not.toHaveProperty('autoClose');
  });

  test('what a neighbour adds moves no day', () => {
    const { autoClose, settle } = clocksAfter(...done, ['2026-12-01', 'add', 'citizen']);
    expect([autoClose, settle]).toEqual([clocksAfter(...done).autoClose, clocksAfter(...done).settle]);
  });

  test('extensions from before are not forgotten', () => {
    const facts = factsAfter(
      ['2026-11-23', 'accept', 'officer'],
      ['2026-11-26', 'answer', 'officer', planned('2026-12-14')],
      ['2026-12-11', 'extend', 'supervisor', { date: '2026-12-17' }],
      ['2026-12-15', 'finish', 'officer'],
      ['2026-12-16', 'confirm', 'citizen'],
      ['2026-12-17', 'reopen', 'citizen'],
    );
    expect(reportClocks(facts, rules).settle).toMatchObject({ is: 'running', extensions: 2 });
  });
});

test('a report put away owes nothing any more', () => {
  const clocks = clocksAfter(['2026-11-23', 'return', 'officer'], ['2026-11-24', 'not_ours', 'coordinator']);
  expect([clocks.firstAnswer.is, clocks.settle.is]).toEqual(['dropped', 'dropped']);
});

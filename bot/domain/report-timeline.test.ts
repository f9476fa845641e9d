import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor, Given } from './life-step.ts';
import { stepOf } from './report-life.ts';
import { actionsOn, reportStates } from './report-state.ts';
import { type Act, forwardAtFiling, type LifeEvent, stateOf, takeStep } from './report-timeline.ts';

const at = new Date('2026-11-20T03:00:00Z');
const filed = [forwardAtFiling('dinas_perhubungan', at)];
const given: Given = {
  question: 'Nomor tiangnya berapa?',
  reason: 'menunggu suku cadang',
  body: 'Tiang 14',
  office: 'dinas_pu',
  responsible: 'PLN, 123',
  result: 'lampu diganti',
  main_ticket: 'SLT-7K4PQ2',
  date: '2026-12-01',
  archive_reason: 'tidak_jelas',
};

/** Plays steps that must all be allowed. */
const play = (timeline: readonly LifeEvent[], ...acts: readonly (readonly [Act['action'], Actor])[]) => {
  const told = [...timeline];
  for (const [action, by] of acts) {
    const taken = takeStep(told, { action, by, who: 'orang-1', at, given });
    if (!('event' in taken)) throw new Error(`${action}: ${taken.refused}`);
    told.push(taken.event);
  }
  return told;
};

test('filing sends the report to the office of its category at once', () => {
  expect(stateOf([])).toBe('diterima');
  expect(stateOf(filed)).toBe('diteruskan');
  expect(stepOf('diterima', 'forward')?.by).toContain(filed[0]?.by);
});

test('every step stands in the timeline with who, when and why', () => {
  const [, returned] = play(filed, ['return', 'officer']);
  expect(returned).toEqual({
    action: 'return',
    by: 'officer',
    who: 'orang-1',
    at,
    given,
    from: 'diteruskan',
    to: 'diverifikasi',
  });
});

test('Bukan wewenang of an office goes back to the coordinator, who sends it on', () => {
  const passed = play(filed, ['return', 'officer'], ['forward', 'coordinator'], ['accept', 'officer']);
  expect(passed.map(({ to }) => to)).toEqual(['diteruskan', 'diverifikasi', 'diteruskan', 'diproses']);
});

test('the answer of the citizen brings the report back to whoever asked', () => {
  const byCoordinator = play([], ['ask_citizen', 'coordinator'], ['citizen_answers', 'citizen']);
  expect(stateOf(byCoordinator)).toBe('diterima');
  const byOffice = play(
    byCoordinator,
    ['verify', 'coordinator'],
    ['forward', 'coordinator'],
    ['accept', 'officer'],
    ['ask_citizen', 'officer'],
    ['citizen_answers', 'citizen'],
  );
  expect(stateOf(byOffice)).toBe('diproses');
});

test('a question nobody answered ends the report as incomplete, whatever else is said', () => {
  const ended = play([], ['ask_citizen', 'coordinator'], ['citizen_silent', 'clock']);
  expect(ended.at(-1)).toMatchObject({ to: 'diarsipkan', given: { archive_reason: 'tidak_lengkap' } });
});

describe('what is refused happens not at all', () => {
  const open = play(filed, ['accept', 'officer']);

  test('a step the state does not know', () => {
    expect(takeStep(filed, { action: 'finish', by: 'officer', at, given })).toEqual({ refused: 'not_now' });
    expect(takeStep(open, { action: 'accept', by: 'officer', at })).toEqual({ refused: 'not_now' });
  });

  test('a step of somebody else', () => {
    const ended = play(open, ['finish', 'officer']);
    expect(takeStep(ended, { action: 'confirm', by: 'officer', at })).toEqual({ refused: 'not_yours' });
    expect(takeStep(filed, { action: 'accept', by: 'citizen', at })).toEqual({ refused: 'not_yours' });
  });

  test('a step without what it needs, blanks being nothing', () => {
    const ask = { action: 'ask_citizen', by: 'officer', at } as const;
    expect(takeStep(open, ask)).toEqual({ refused: 'missing', need: 'question' });
    expect(takeStep(open, { ...ask, given: { question: '  ' } })).toEqual({
      refused: 'missing',
      need: 'question',
    });
  });
});

test('what the citizen is told by Balas follows its shape', () => {
  const open = play(filed, ['accept', 'officer']);
  const told = (answer: NonNullable<Act['answer']>) =>
    takeStep(open, { action: 'answer', by: 'officer', at, given, answer });
  expect(told({ shape: 'planned', on: '2026-12-01' })).toMatchObject({ tells: 'planned' });
  expect(told({ shape: 'cannot', because: 'milik provinsi' })).toMatchObject({ tells: 'refused' });
  expect(told({ shape: 'plain' })).toMatchObject({ tells: 'answered' });
});

test('however people press their buttons, a timeline holds only steps of the table, each from where the last one led', () => {
  const actors: Actor[] = ['citizen', 'officer', 'coordinator', 'supervisor', 'clock'];
  const actions = [...new Set(reportStates.flatMap(actionsOn))];
  const press = fc.record({
    nth: fc.nat(),
    any: fc.constantFrom(...actions),
    stranger: fc.constantFrom(...actors),
  });
  let steps = 0;
  fc.assert(
    fc.property(fc.array(press, { minLength: 20, maxLength: 60 }), (pressed) => {
      let timeline: readonly LifeEvent[] = [];
      for (const { nth, any, stranger } of pressed) {
        const before = stateOf(timeline);
        const known = actionsOn(before);
        const action = nth % 2 === 0 ? any : (known[nth % known.length] ?? any);
        const by = nth % 3 === 0 ? stranger : (stepOf(before, action)?.by[0] ?? stranger);
        const taken = takeStep(timeline, { action, by, at, given });
        const step = stepOf(before, action);
        expect('event' in taken).toBe(step?.by.includes(by) ?? false);
        if (!('event' in taken)) continue;
        steps += 1;
        expect(taken.event.from).toBe(before);
        if (step?.to !== 'previous') expect(taken.event.to).toBe(step?.to);
        timeline = [...timeline, taken.event];
      }
    }),
  );
  expect(steps).toBeGreaterThan(100);
});

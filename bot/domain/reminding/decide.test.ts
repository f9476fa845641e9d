import { describe, expect, test } from 'vitest';
import { type Decision, decide, type Reminded } from './decide.ts';
import { startingMilestones } from './milestones.ts';
import { given, rina, training, wib } from './testing/people.ts';

const at = (local: string, changes: Partial<Reminded> = {}) =>
  decide(rina(changes), startingMilestones, wib(local));
const words = (decision: Decision) => {
  switch (decision.is) {
    case 'say':
      return `${decision.lane}: ${decision.say.map(({ item, milestone }) => `${item.key} ${milestone}`).join(', ')}`;
    case 'later':
      return decision.at.toISOString();
    case 'nothing':
      return 'nothing';
  }
};
const later = (local: string) => wib(local).toISOString();
const sopan = training({ key: 'complete:SP-02', due: '2026-11-25' });
const today = training({ key: 'register:AD-03', kind: 'register', due: '2026-11-24', since: '2026-11-24' });

describe('of one training, Rina', () => {
  test.each([
    ['hears three days before', '2026-11-24T07:30', 'day: complete:PP-01 3'],
    ['hears at eight what was ripe at midnight', '2026-11-24T00:00', later('2026-11-24T07:30')],
    ['hears a weekend occasion on Monday', '2026-11-30T07:30', 'day: complete:PP-01 -1'],
    ['hears nothing before the first occasion', '2026-10-01T09:00', later('2026-10-28T07:30')],
    ['hears only the latest after a silence', '2026-11-26T09:00', 'day: complete:PP-01 1'],
    ['hears that it is late, long after', '2027-02-01T09:00', 'day: complete:PP-01 -1'],
  ])('%s', (_, moment, said) => {
    expect(words(at(moment))).toBe(said);
  });

  test('hears why with it', () => {
    const decision = at('2026-11-24T09:00');
    expect(decision.is === 'say' && decision.say[0]?.item.reason).toMatchObject({ asker: 'BKPSDM' });
  });

  test('hears each occasion once, and the next in its time', () => {
    const told = [given('3', '2026-11-24T07:30')];
    expect(words(at('2026-11-24T07:30', { given: told }))).toBe(later('2026-11-26T07:30'));
    expect(words(at('2026-11-26T07:30', { given: told }))).toBe('day: complete:PP-01 1');
  });

  test('hears none again that was dropped after a silence', () => {
    const told = [given('1', '2026-11-26T09:00')];
    expect(words(at('2026-11-26T10:00', { given: told }))).toBe(later('2026-11-27T07:30'));
  });

  test('hears none again whose day has moved, when a leave is entered late', () => {
    const late = {
      given: [given('7', '2026-11-20T09:00')],
      leave: [{ from: '2026-11-20', until: '2026-11-20' }],
    };
    expect(words(at('2026-11-23T09:00', late))).toBe(later('2026-11-24T07:30'));
  });

  test('hears the end of it once everything is said', () => {
    expect(words(at('2026-12-01T09:00', { given: [given('-1', '2026-11-30T09:00')] }))).toBe('nothing');
  });

  test('hears nothing of occasions before it was hers', () => {
    const items = [training({ since: '2026-11-21' })];
    expect(words(at('2026-11-23T09:00', { items }))).toBe(later('2026-11-24T07:30'));
  });
});

describe('not a word', () => {
  test('once it is done', () => {
    expect(words(at('2026-11-24T09:00', { items: [training({ done: true })] }))).toBe('nothing');
  });

  test('after berhenti', () => {
    expect(words(at('2026-11-24T09:00', { stopped: true }))).toBe('nothing');
  });

  test('into a conversation; it waits for a while, and for the office', () => {
    expect(words(at('2026-11-24T09:00', { talking: true }))).toBe(later('2026-11-24T09:15'));
    expect(words(at('2026-11-24T15:50', { talking: true }))).toBe(later('2026-11-25T07:30'));
  });

  test('on leave; the deadline is called out on the last day before it', () => {
    const leave = [{ from: '2026-11-26', until: '2026-12-01' }];
    const told = [given('3', '2026-11-24T07:30')];
    expect(words(at('2026-11-25T09:00', { leave, given: told }))).toBe('day: complete:PP-01 0');
    expect(words(at('2026-11-26T09:00', { leave, given: told }))).toBe(later('2026-12-02T07:30'));
  });

  test('for as long as a long leave lasts', () => {
    const leave = [{ from: '2026-11-24', until: '2027-06-30' }];
    expect(words(at('2026-11-24T09:00', { leave }))).toBe(later('2027-07-01T07:30'));
  });

  test('of a registration that has closed', () => {
    const items = [training({ kind: 'register' })];
    expect(words(at('2026-11-30T09:00', { items }))).toBe('nothing');
  });
});

describe('one message a day', () => {
  const told = [given('3', '2026-11-24T07:30')];

  test('holds everything, the nearest deadline first', () => {
    expect(words(at('2026-11-24T09:00', { items: [training(), sopan] }))).toBe(
      'day: complete:SP-02 1, complete:PP-01 3',
    );
  });

  test('what comes up later waits for the next', () => {
    expect(words(at('2026-11-24T09:00', { items: [training(), sopan], given: told }))).toBe(
      later('2026-11-25T07:30'),
    );
  });

  test('a deadline of the day adds one more, alone', () => {
    expect(words(at('2026-11-24T09:00', { items: [training(), sopan, today], given: told }))).toBe(
      'deadline: register:AD-03 0',
    );
  });

  test('and only one', () => {
    const both = [...told, given('0', '2026-11-24T09:00', { item: 'register:AD-03', lane: 'deadline' })];
    const items = [training(), today, { ...today, key: 'register:AD-04' }];
    expect(words(at('2026-11-24T10:00', { items, given: both }))).toBe(later('2026-11-26T07:30'));
  });
});

describe('a snooze', () => {
  const told = [given('7', '2026-11-20T09:00')];
  const snoozed = (until: string) => ({ items: [training({ snoozedUntil: until })], given: told });

  test('brings it back on its day, though every occasion was said', () => {
    expect(words(at('2026-11-20T10:00', snoozed('2026-11-23')))).toBe(later('2026-11-23T07:30'));
    expect(words(at('2026-11-23T07:30', snoozed('2026-11-23')))).toBe('day: complete:PP-01 again:2026-11-23');
  });

  test('lets an occasion of the same day speak for it', () => {
    expect(words(at('2026-11-24T09:00', snoozed('2026-11-24')))).toBe('day: complete:PP-01 3');
  });

  test('hides the occasions before its day', () => {
    expect(words(at('2026-11-24T09:00', snoozed('2026-11-26')))).toBe(later('2026-11-26T07:30'));
  });

  test('never hides the day of the deadline, but what is late', () => {
    expect(words(at('2026-11-24T09:00', snoozed('2026-12-07')))).toBe(later('2026-11-27T07:30'));
    expect(words(at('2026-11-27T09:00', snoozed('2026-12-07')))).toBe('day: complete:PP-01 0');
    expect(words(at('2026-11-30T09:00', snoozed('2026-12-07')))).toBe(later('2026-12-07T07:30'));
  });
});

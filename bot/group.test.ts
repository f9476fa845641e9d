import { describe, expect, test } from 'vitest';
import type { GroupPlace, Inbound } from './conversation/inbound.ts';
import { literal, say, type Text } from './conversation/reply.ts';
import { newcomer } from './conversation/testing/stage.ts';
import { askedIn, beside, inGroup, judgeLink, mayLink } from './group.ts';
import type { StaffDesk } from './reads.ts';

const now = new Date(Date.UTC(2026, 10, 18, 2));
const from = { channel: 'telegram', account: '4242', id: '7001' } as const;
const forum: GroupPlace = { chat: '-1001', topics: true };
const inTopic: GroupPlace = { ...forum, thread: '45' };
const wrote = (text: string, more: Partial<Inbound> = {}): Inbound => ({
  id: '1',
  from,
  at: now,
  content: { kind: 'text', text },
  group: forum,
  ...more,
});

describe('what is typed in a group means', () => {
  test.each([
    ['/hubungkan 7k4p q2zx m09ab', { kind: 'link', code: '7K4P-Q2ZX-M09AB' }],
    ['/hubungkan@sapa_bot 7K4PQ2ZXM09AB', { kind: 'link', code: '7K4P-Q2ZX-M09AB' }],
    ['/hubungkan', { kind: 'link', code: undefined }],
    ['/hubungkan besok', { kind: 'link', code: undefined }],
    ['/balas', { kind: 'answer' }],
    ['/balas Lampu sudah diganti', { kind: 'answer', words: 'Lampu sudah diganti' }],
    ['/tiket@sapa_bot', { kind: 'work' }],
    ['/lapor lampu mati', undefined],
    ['besok rapat', undefined],
  ])('%s: %j', (text, asked) => {
    expect(askedIn(wrote(text))).toEqual(asked);
  });

  test('a note in a topic, or in reply to a message of ours', () => {
    const note = { kind: 'note', words: 'sudah dicek' };
    expect(askedIn(wrote(' sudah dicek ', { group: inTopic }))).toEqual(note);
    expect(askedIn(wrote('sudah dicek', { replyTo: '12' }))).toEqual(note);
    expect(askedIn(wrote('/lapor', { group: inTopic }))).toBeUndefined();
  });
});

const desk = (...roles: string[]): StaffDesk => ({
  office: 'DISHUB',
  unit: 'Dinas Perhubungan',
  kind: 'pns',
  roles,
});
const dishub = { code: 'DISHUB', name: 'Dinas Perhubungan' };
const dinkes = { code: 'DINKES', name: 'Dinas Kesehatan' };

describe('a group is linked', () => {
  test('by the supervisor of the office, and by an admin for every office', () => {
    expect(judgeLink({ unit: dishub, tried: [], desk: desk('supervisor') }, now)).toEqual({
      kind: 'yes',
      unit: dishub,
    });
    expect(judgeLink({ unit: dinkes, tried: [], desk: desk('admin') }, now)).toEqual({
      kind: 'yes',
      unit: dinkes,
    });
  });

  test('by no supervisor for another office, whose try counts', () => {
    expect(judgeLink({ unit: dinkes, tried: [], desk: desk('supervisor') }, now)).toEqual({
      kind: 'not-you',
      counts: true,
    });
  });

  test.each(['officer', 'coordinator', 'leader', 'hr', 'inspector', 'committee'])(
    'by no %s, who does not learn whether a code is right',
    (role) => {
      const right = judgeLink({ unit: dishub, tried: [], desk: desk(role) }, now);
      expect(right).toEqual({ kind: 'not-you', counts: false });
      expect(judgeLink({ tried: [], desk: desk(role) }, now)).toEqual(right);
      expect(mayLink(desk(role), 'DISHUB')).toBe(false);
    },
  );

  test('after five codes in an hour only later, the right one too', () => {
    const tried = Array.from({ length: 5 }, (_, i) => new Date(now.getTime() - (i + 1) * 60_000));
    expect(judgeLink({ unit: dishub, tried, desk: desk('supervisor') }, now)).toEqual({
      kind: 'wait',
      hours: 1,
    });
  });
});

describe('a press in a group', () => {
  const speak = (text: Text): string => ('literal' in text ? text.literal : 'sentence');
  const talk = { form: 'report', tag: 'aaaa', answers: { detail: 'lampu' }, facts: {} };
  const session = { ...newcomer().session, talk, menu: [{ id: 'go:menu', label: literal('Menu') }] };
  const decided = { talk: null, parked: [], effects: [], took: true };

  test('is answered by a toast, and the person’s own conversation stays as it was', () => {
    const draft = { text: literal('Di mana lokasinya?') };
    const decision = { ...decided, talk, say: [{ text: literal('Diambil.') }, draft] };
    expect(inGroup(session, decision, speak)).toEqual({ ...beside(session), toast: literal('Diambil.') });
  });

  test('that begins a conversation goes on in the private chat', () => {
    const begun = { ...talk, form: 'answer', tag: 'bbbb' };
    const ask = [{ text: literal('Apa jawabannya?') }];
    expect(inGroup(session, { ...decided, talk: begun, parked: [talk], say: ask }, speak)).toMatchObject({
      talk: begun,
      parked: [talk],
      say: ask,
      toast: say('group.go-private'),
    });
  });

  test('whose answer shows a point on the map is answered in the private chat', () => {
    const where = { text: literal('Di sini.'), pin: { lat: -7.33, lon: 110.5 } };
    expect(inGroup(session, { ...decided, say: [where] }, speak)).toMatchObject({
      say: [where],
      toast: say('group.go-private'),
    });
  });

  test('whose answer is longer than a toast is answered in the private chat, whole', () => {
    const long = { text: literal('x'.repeat(201)) };
    expect(inGroup(session, { ...decided, say: [long] }, speak)).toMatchObject({
      talk,
      say: [long],
      toast: say('group.go-private'),
    });
  });
});

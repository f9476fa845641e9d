import { beforeEach, describe, expect, test } from 'vitest';
import type { Content } from './conversation/inbound.ts';
import type { Text } from './conversation/reply.ts';
import { tickets, townReads } from './conversation/testing/reads.ts';
import { after, heardOn, momentOfTurn, newcomer, type Stage, tell } from './conversation/testing/stage.ts';
import type { Desk } from './desk.ts';
import { flows } from './flows/index.ts';
import { tongueOf } from './i18n/tongue.ts';
import type { Reads } from './reads.ts';
import { route } from './route.ts';

const text = (typed: string): Content => ({ kind: 'text', text: typed });
const tap = (id: string): Content => ({ kind: 'choice', id });
const said = (one: string | Content): Content => (typeof one === 'string' ? text(one) : one);
const pin: Content = { kind: 'location', lat: -7.3315, lon: 110.5125 };
const photo: Content = { kind: 'photo', media: 'one' };

const keysOf = (one: Text): string[] =>
  'key' in one ? [one.key] : 'join' in one ? one.join.flatMap(keysOf) : [];

/** Where somebody stands: what is under way with the question asked, else the first sentence; and what was said above it. */
const standing = ({ say, session: { talk } }: Stage): string => {
  const last = say.at(-1);
  const note = last?.note ? ` (${keysOf(last.note).join(' ')})` : '';
  return (talk ? `${talk.form}: ${talk.asked}` : (keysOf(last?.text ?? { literal: '' })[0] ?? '')) + note;
};

const played = async (all: readonly (string | Content)[], stage = newcomer()): Promise<Stage> => {
  let now = stage;
  for (const one of all) now = await tell(now, said(one));
  return now;
};

const known: Stage = {
  ...newcomer(),
  session: { ...newcomer().session, contact: { ...newcomer().session.contact, noticed: true } },
};

describe('out of the blue,', () => {
  test.each<[string, string | Content, string]>([
    ['a newcomer is welcomed', 'Bapak ibu', 'hello'],
    ['a greeting is welcomed', 'selamat pagi', 'hello'],
    ['a problem begins its report', 'lampu jalan mati', 'report: topic'],
    ['danger begins it with the number to call', 'ada kebakaran', 'report: danger'],
    ['a photo begins it', photo, 'report: topic (photo.got)'],
    ['a pin begins it', pin, 'report: detail (place.is)'],
    ['a ticket number finds its report', `tolong cek ${tickets.mine}`, 'track.view'],
    [
      'a voice message is answered kindly',
      { kind: 'unsupported', what: 'voice' },
      'menu (unsupported.voice)',
    ],
    ['a number given for nothing leads to the menu', { kind: 'phone', phone: '+628123456789' }, 'menu'],
    ['a command opens its conversation', '/lapor', 'report: detail'],
    ['a command of a group does too', '/LAPOR@sapa_bot', 'report: detail'],
    ['a command takes its argument', `/cek ${tickets.mine}`, 'track.view'],
    ['a link takes its own', `/start l_${tickets.mine}`, 'track.view'],
    ['a link that types words does too', `CEK ${tickets.mine}`, 'track.view'],
    ['and the code of a link, as it stands', `l_${tickets.mine}`, 'track.view'],
    ['a code for another chat is weighed', 'Sambung 7k4p-q2zb', 'pair: sure'],
    ['a sentence that begins with such a word is no command', 'masuk kedalam masjid', 'hello'],
    ['nor is a word behind it that is no code', 'sambung kabelnya', 'hello'],
    ['an unknown link is welcomed', '/start x_1', 'hello'],
    ['an unknown command is welcomed', '/tidakada', 'hello'],
    ['a counter’s code is rated', '/start u_layanan-0', 'skm: begin'],
    ['so is one as a link types it', 'NILAI layanan-0', 'skm: begin'],
    ['a sentence that begins like that is none', 'nilai rapornya', 'hello'],
    ['a word that works everywhere works', ' Bantuan. ', 'help'],
    ['0 is a human', '0', 'person: words'],
    ['a button of another hall is old', tap('x7f2:topic:c-lampu'), 'menu (old-button)'],
    ['a button that leads nowhere is old', tap('go:nowhere'), 'menu (old-button)'],
    ['a button that is none is old', tap(''), 'menu (old-button)'],
    ['a draft that is not there cannot be resumed', tap('go:resume'), 'menu (old-button)'],
  ])('%s', async (_, one, wanted) => {
    expect(standing(await played([one]))).toBe(wanted);
  });

  test('somebody known who is not understood sees the menu', async () => {
    expect(standing(await played(['Bapak ibu'], known))).toBe('menu (again)');
  });
});

describe('the menu shown last', () => {
  test.each<[string, string]>([
    ['1', 'report: detail'],
    ['lapor', 'report: detail'],
    ['Cek laporan saya', 'track: ticket'],
    ['2', 'rate-service: find'],
    ['4', 'services: find'],
    ['6', 'help'],
    ['9', 'menu (again)'],
  ])('is answered by "%s"', async (typed, wanted) => {
    expect(standing(await played(['/menu', typed], known))).toBe(wanted);
  });
});

describe('in the middle of a report,', () => {
  const begun = ['/lapor', 'lampu jalan mati di depan SMP 2'];
  test.each<[string, (string | Content)[], string]>([
    ['an answer goes on', ['1'], 'report: place'],
    ['danger in another conversation begins a report', ['/cek', 'ada kebakaran'], 'report: danger'],
    ['help is given and the question comes again', ['bantuan'], 'report: topic'],
    ['the menu lets the draft rest', ['menu'], 'menu'],
    ['and offers it first', ['menu', '1'], 'report: topic (draft.back)'],
    ['another report asks about the draft', ['menu', '/lapor'], 'draft.offer'],
    ['which is then resumed', ['menu', '/lapor', '1'], 'report: topic (draft.back)'],
    ['or left', ['menu', '/lapor', '2'], 'report: detail'],
    ['a short matter returns to it', ['/bahasa', 'English'], 'report: topic'],
    ['a button of what is parked takes it up', ['menu', tap('TAG:topic:c-lampu_jalan')], 'report: place'],
    [
      'a button of nothing known brings the question back',
      [tap('0000:topic:c-lampu_jalan')],
      'report: topic (old-button)',
    ],
    [
      'so does one of a question that is past',
      ['1', tap('TAG:topic:c-lampu_jalan')],
      'report: place (old-button)',
    ],
  ])('%s', async (_, all, wanted) => {
    const start = await played(begun);
    const tag = start.session.talk?.tag ?? '';
    const acts = all.map((one) =>
      typeof one === 'object' && one.kind === 'choice' ? tap(one.id.replace('TAG', tag)) : one,
    );
    const end = await played(acts, start);
    expect(standing(end)).toBe(wanted);
  });

  test.each(['Petugas', '10'])(
    'twice misunderstood, a human is found by "%s", and the question comes again',
    async (typed) => {
      const lost = await played(['xx', 'yy'], await played(begun));
      expect(lost.say[0]?.choices?.findIndex(({ id }) => id === 'go:person')).toBe(9);
      const found = await tell(lost, text(typed));
      expect(standing(found)).toBe('person: words');
      const asked = await tell(found, text('bagaimana caranya?'));
      expect(asked.say.map((reply) => keysOf(reply.text)[0])).toEqual([
        'handover.asked.now',
        'report.topic.suggested',
      ]);
    },
  );

  test('a greeting after a day of silence is a new beginning, and before it is not', async () => {
    const start = await played(begun);
    const later = (hours: number): Stage => ({ ...start, turn: start.turn + hours * 120 });
    expect(standing(await played(['halo'], later(25)))).toBe('hello');
    expect((await played(['halo'], later(25))).session.parked).toHaveLength(1);
    expect(standing(await played(['halo'], later(2)))).toContain('report: topic');
  });

  test('at most three drafts wait; the oldest goes', async () => {
    let stage = newcomer();
    for (const what of ['lampu jalan mati', 'jalan berlubang besar', 'sampah menumpuk', 'selokan mampet'])
      stage = await played([what, '/menu'], { ...stage, session: { ...stage.session, talk: null } });
    expect(stage.session.parked.map(({ answers }) => answers.detail)).toEqual([
      'jalan berlubang besar',
      'sampah menumpuk',
      'selokan mampet',
    ]);
  });
});

describe('a reply to a message about a report', () => {
  const replied = async (content: Content, about: string | null) => {
    const moment = momentOfTurn(known);
    const desk: Desk = {
      registry: flows,
      moment,
      tongue: tongueOf('id'),
      reads: { ...townReads, subjectOf: async () => about },
    };
    const from = known.session.contact.address;
    return after(
      known,
      await route(known.session, { id: '1', from, at: moment.now, content, replyTo: '288' }, desk),
    );
  };

  test.each<[string, Content, string | null, string]>([
    ['adds its words', text('masih mati'), `report:${tickets.mine}`, 'report.step'],
    ['adds its photo', photo, `report:${tickets.mine}`, 'report.step'],
    ['adds nothing to somebody else’s', text('masih mati'), `report:${tickets.strange}`, ''],
    ['about nothing known is an ordinary message', text('lampu jalan mati'), null, ''],
    ['with a pin is an ordinary message', pin, `report:${tickets.mine}`, ''],
  ])('%s', async (_, content, about, effect) => {
    const { effects } = await replied(content, about);
    expect(effects.map((one) => one.do).join(' ')).toBe(effect);
  });

  test('with a pin looks nothing up, for WhatsApp sends every pin that was asked for as a reply', async () => {
    const reads: Reads = { ...townReads, subjectOf: () => Promise.reject(new Error('looked up')) };
    const moment = momentOfTurn(known);
    const desk: Desk = { registry: flows, moment, tongue: tongueOf('id'), reads };
    const from = known.session.contact.address;
    const reply = { id: '1', from, at: moment.now, replyTo: '288' };
    expect(await route(known.session, { ...reply, content: pin }, desk)).toBeDefined();
    await expect(route(known.session, { ...reply, content: text('halo') }, desk)).rejects.toThrow(
      'looked up',
    );
  });
});

describe('while an office waits for an answer', () => {
  let asked = 0;
  const waiting: Reads = {
    ...townReads,
    askedOf: async () => {
      asked += 1;
      return tickets.mine;
    },
  };
  beforeEach(() => {
    asked = 0;
  });
  const heard = async (content: Content, stage = known) =>
    standing(after(stage, await heardOn(stage, content, waiting)));

  test.each<[string, Content, string]>([
    ['plain words may be it', text('nomor empat belas'), 'answer-asked: really'],
    ['words like a report may be it', text('lampu jalan mati'), 'answer-asked: really'],
    ['a photo may be it', photo, 'answer-asked: really'],
    ['a voice message may be it', { kind: 'voice', media: 'x' }, 'answer-asked: really'],
    ['a greeting is none', text('selamat pagi'), 'hello'],
    ['a ticket number is none', text(tickets.mine), 'track.view'],
    ['a pin is none', pin, 'report: detail (place.is)'],
    ['danger is none', text('ada kebakaran'), 'report: danger'],
  ])('%s', async (_, content, wanted) => {
    expect(await heard(content)).toBe(wanted);
  });

  test('nobody is asked about it who is in a conversation, says a command, or is new here', async () => {
    const reporting = await played(['lampu jalan mati'], known);
    expect(await heard(text('di depan SMP 2'), reporting)).toContain('report');
    expect(await heard(text('/lapor'))).toBe('report: detail');
    expect(await heard(text('lampu jalan mati'), newcomer())).toBe('report: topic');
    expect(asked).toBe(0);
  });
});

test('nothing is decided twice differently: the same message at the same moment comes to the same', async () => {
  const stage = await played(['lampu jalan mati di depan SMP 2']);
  expect(await heardOn(stage, text('1'))).toEqual(await heardOn(stage, text('1')));
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fit as asShown } from '../../conversation/fit.ts';
import { named, replies } from '../../conversation/testing/replies.ts';
import { marks } from '../../i18n/marks.ts';
import { translate } from '../../i18n/translate.ts';
import type { Standing } from '../channel.ts';
import { can } from './can.ts';
import { createTelegramEmulator } from './emulator/index.ts';
import { answerPress, encode, settleCard, type Wire } from './encode.ts';
import { html, plain } from './html.ts';
import { uploadsOf } from './testing/uploads-of.ts';

const token = '4242:test-token-of-the-emulator';
const to = { channel: 'telegram', account: '4242', id: '7001' } as const;

/** A strict Telegram with one person who has begun a chat; `deal` puts a card before them, as a question of ours. */
const opened = () => {
  const emulator = createTelegramEmulator({ bots: [{ token }] });
  const sri = emulator.phone({ id: 7001, firstName: 'Sri' });
  sri.type('/start');
  const call = (wire: Wire) => emulator.call(token, wire.method, { ...wire.body, ...uploadsOf(wire) });
  const deal = async () => {
    await call({ method: 'sendMessage', body: { chat_id: 7001, text: 'kartu' } });
    return sri.messages().at(-1)?.id ?? 0;
  };
  return { sri, call, deal };
};

const standings: fc.Arbitrary<{ presses?: true } & Standing> = fc.record(
  {
    presses: fc.constant(true as const),
    chosen: named.map((label) => `✓ ${label}`),
    clears: fc.constant('Baik.'),
  },
  { requiredKeys: [] },
);

/** What is left of a text when spaces, our marks and what Telegram drops are not counted. */
const letters = (shown: string) => shown.replace(/[\s\p{Cc}\u2028-\u202e\uE000-\uE003]/gu, '');

/** What a button gives back or copies. */
const carried = (button: object): unknown =>
  'data' in button ? button.data : 'id' in button ? button.id : 'copy' in button ? button.copy : undefined;

describe('an answer on Telegram', () => {
  test('of any kind is taken by a strict server, and nothing of it is lost', async () => {
    const { sri, call, deal } = opened();
    await fc.assert(
      fc.asyncProperty(replies, standings, async (reply, { presses, ...standing }) => {
        const card = await deal();
        const shown = asShown(reply, can, (said) => translate('id', said));
        const wires = encode(to, shown, { ...standing, ...(presses && { edits: String(card) }) });
        for (const wire of wires) expect(await call(wire)).toMatchObject({ ok: true });
        const bubbles = sri.messages().filter(({ id }) => id >= card);
        const seen = letters(bubbles.map((bubble) => bubble.text).join(''));
        for (const piece of [shown.note ?? '', ...shown.texts]) expect(seen).toContain(letters(piece));
        expect(bubbles.find(({ location }) => location)?.location?.lat).toBe(shown.pin?.lat);
        const asked = bubbles.at(-1);
        if (!shown.request)
          expect(asked?.buttons.map((row) => row.map(carried))).toEqual(
            shown.rows.map((row) => row.map(carried)),
          );
        else expect(sri.keyboard()?.rows[0]?.[0]?.text).toBe(shown.request.label);
      }),
      { numRuns: 200 },
    );
  });

  const shown = {
    note: undefined,
    texts: ['Ada fotonya?'],
    rows: [[{ label: 'Lewati', id: 'x7f2:photo:skip' }]],
    list: undefined,
    request: undefined,
    media: [],
    about: undefined,
  };
  const place = {
    ...shown,
    rows: [],
    request: { kind: 'location', label: 'Kirim lokasi', choices: ['Lewati'] },
  } as const;
  const shape = (wires: readonly Wire[]) =>
    wires.map(({ method, body }) => {
      const markup = body.reply_markup as { [kind: string]: unknown } | undefined;
      return [
        method,
        body.text,
        ...Object.keys(markup ?? {}).filter(
          (kind) => /keyboard/.test(kind) && kind !== 'one_time_keyboard' && kind !== 'resize_keyboard',
        ),
      ].join(' · ');
    });

  test.each([
    ['asks below the last message', shown, {}, ['sendMessage · Ada fotonya? · inline_keyboard']],
    [
      'changes the card that was pressed',
      shown,
      { edits: '12', chosen: '✓ Lampu' },
      ['editMessageText · Ada fotonya? · inline_keyboard'],
    ],
    [
      'leaves the choice on the card where the question needs a keyboard',
      place,
      { edits: '12', chosen: '✓ Lampu' },
      ['editMessageText · ✓ Lampu · inline_keyboard', 'sendMessage · Ada fotonya? · keyboard'],
    ],
    [
      'takes the keyboard away with what was understood',
      { ...shown, note: 'Tempat: Tingkir.' },
      { clears: 'Baik.' },
      ['sendMessage · Tempat: Tingkir. · remove_keyboard', 'sendMessage · Ada fotonya? · inline_keyboard'],
    ],
    [
      'or with a word where nothing was',
      shown,
      { clears: 'Baik.' },
      ['sendMessage · Baik. · remove_keyboard', 'sendMessage · Ada fotonya? · inline_keyboard'],
    ],
    [
      'or with the message itself where it has no buttons',
      { ...shown, rows: [] },
      { clears: 'Baik.' },
      ['sendMessage · Ada fotonya? · remove_keyboard'],
    ],
    [
      'puts what was understood above the question',
      { ...shown, note: 'Baik.' },
      {},
      ['sendMessage · Baik.\n\nAda fotonya? · inline_keyboard'],
    ],
    [
      'sends a long text in order, with the buttons last',
      { ...shown, texts: ['satu', 'dua'] },
      { edits: '12', chosen: '✓ Lampu' },
      [
        'editMessageText · ✓ Lampu · inline_keyboard',
        'sendMessage · satu',
        'sendMessage · dua · inline_keyboard',
      ],
    ],
  ])('%s', (_, what, standing, wanted) => {
    expect(shape(encode(to, what, standing))).toEqual(wanted);
  });

  test('ends a press with a toast of at most two hundred letters, and takes buttons off a card', () => {
    expect(answerPress('77').body).toEqual({ callback_query_id: '77' });
    expect((answerPress('77', 'x'.repeat(300)).body.text as string).length).toBe(200);
    expect(settleCard(to, '12').body).toEqual({
      chat_id: 7001,
      message_id: 12,
      reply_markup: { inline_keyboard: [] },
    });
  });
});

describe('media on Telegram', () => {
  const words = {
    note: undefined,
    texts: ['Lihat'],
    rows: [],
    list: undefined,
    request: undefined,
    about: 'report:SLT-7K4PQ2',
  };
  const photo = (id: string) => ({ id, kind: 'photo' as const });
  const voice = { id: 'v', kind: 'voice' as const };
  const video = { id: 'w', kind: 'video' as const };
  const menu = [[{ label: 'Terima', id: 'go:menu' }]];
  const calls = (wires: readonly Wire[]) =>
    wires.map(({ method, body, files = [], about }) =>
      [method, files.map((one) => 'id' in one && one.id).join('+'), body.caption ?? body.text, about]
        .filter(Boolean)
        .join(' · '),
    );

  test.each([
    ['one photo bears the words', { media: [photo('a')] }, {}, ['sendPhoto · a · Lihat · report:SLT-7K4PQ2']],
    ['a voice note too', { media: [voice] }, {}, ['sendVoice · v · Lihat · report:SLT-7K4PQ2']],
    [
      'but not words with buttons, for a caption cannot become the next question',
      { media: [photo('a')], rows: menu },
      {},
      ['sendPhoto · a', 'sendMessage · Lihat · report:SLT-7K4PQ2'],
    ],
    [
      'photos and videos are one album, voice notes follow',
      { media: [voice, photo('a'), video] },
      {},
      ['sendMediaGroup · a+w', 'sendVoice · v', 'sendMessage · Lihat · report:SLT-7K4PQ2'],
    ],
    [
      'eleven are two albums',
      { media: Array.from('abcdefghijk', photo) },
      {},
      ['sendMediaGroup · a+b+c+d+e+f+g+h+i+j', 'sendPhoto · k', 'sendMessage · Lihat · report:SLT-7K4PQ2'],
    ],
    [
      'a card that was pressed keeps what was chosen',
      { media: [photo('a')] },
      { edits: '12', chosen: '✓ Lampu' },
      ['editMessageText · ✓ Lampu', 'sendPhoto · a · Lihat · report:SLT-7K4PQ2'],
    ],
    [
      'a keyboard of ours is taken away',
      { media: [photo('a')], rows: menu },
      { clears: 'Baik.' },
      ['sendPhoto · a', 'sendMessage · Baik.', 'sendMessage · Lihat · report:SLT-7K4PQ2'],
    ],
    [
      'words of 1,025 letters stand alone',
      { media: [photo('a')], texts: ['x'.repeat(1025)], about: undefined },
      {},
      ['sendPhoto · a', `sendMessage · ${'x'.repeat(1025)}`],
    ],
    [
      'words of 1,024 do not, however many marks are in them',
      {
        media: [photo('a')],
        texts: [`${marks.strong[0]}${'&'.repeat(1024)}${marks.strong[1]}`],
        about: undefined,
      },
      {},
      [`sendPhoto · a · <b>${'&amp;'.repeat(1024)}</b>`],
    ],
  ])('%s', (_, part, standing, wanted) => {
    expect(calls(encode(to, { ...words, ...part }, standing))).toEqual(wanted);
  });
});

describe('text as Telegram’s HTML', () => {
  const [strong, strongEnd] = marks.strong;
  const [code, codeEnd] = marks.code;
  test.each([
    ['escapes what a person wrote', '<b>&amp; "x"</b>', '&lt;b&gt;&amp;amp; &quot;x&quot;&lt;/b&gt;'],
    ['writes our marks as tags', `${strong}a${strongEnd} ${code}b${codeEnd}`, '<b>a</b> <code>b</code>'],
    ['closes a mark that a cut left open', `${strong}a`, '<b>a</b>'],
    ['drops the end of a mark that a cut left behind', `a${strongEnd}`, 'a'],
    ['closes them in order', `${strong}a${code}b`, '<b>a<code>b</code></b>'],
  ])('%s', (_, given, written) => {
    expect(html(given)).toBe(written);
  });
  test('leaves nothing of a mark in plain text', () => {
    expect(plain(`${strong}a${strongEnd}`)).toBe('a');
  });
});

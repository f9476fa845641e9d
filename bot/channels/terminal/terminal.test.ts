import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fit as fitted } from '../../conversation/fit.ts';
import { type Choice, literal, type Reply, type Text } from '../../conversation/reply.ts';
import { withMarks } from '../../i18n/marks.ts';
import { translate } from '../../i18n/translate.ts';
import { createTerminal } from './index.ts';

const to = { channel: 'terminal', account: 'local', id: 'sri' } as const;
const choices = (n: number): Choice[] =>
  Array.from({ length: n }, (_, i) => ({ id: `a:q:${i}`, label: literal(`pilihan ${i + 1}`) }));
const marked: Text = { literal: '' };

const printed = (reply: Reply, { screen = false } = {}): string[] => {
  const terminal = createTerminal(new PassThrough(), { screen });
  const speak = (text: Text) => (text === marked ? withMarks('Nomor *SLT-1* `x`') : translate('id', text));
  return terminal.encode(to, fitted(reply, terminal.can, speak)).map(({ text }) => text);
};

describe('an answer in a terminal', () => {
  test('numbers its choices', () => {
    expect(printed({ text: literal('Mana?'), choices: choices(3) })).toEqual([
      'Mana?\n\n1. pilihan 1\n2. pilihan 2\n3. pilihan 3',
    ]);
  });

  test('shows nine choices at once, and beyond that eight a page whose numbers go on', () => {
    const nine = printed({ text: literal('Mana?'), choices: choices(9) })[0] ?? '';
    expect(nine).toContain('9. pilihan 9');
    const first = printed({ text: literal('Mana?'), choices: choices(12) })[0] ?? '';
    expect(first).toContain('8. pilihan 8');
    expect(first).not.toContain('9. pilihan 9');
    expect(printed({ text: literal('Mana?'), choices: choices(12), page: 1 })[0]).toContain('9. pilihan 9');
  });

  test('says how to type a place, and numbers what else can be chosen there', () => {
    const asked = printed({ text: literal('Di mana?'), request: 'location', choices: choices(1) })[0] ?? '';
    expect(asked.split('\n')).toEqual([
      'Di mana?',
      '',
      '1. pilihan 1',
      '',
      expect.stringContaining('@-7.33,110.50'),
    ]);
  });

  test('prints a point on the map as it would be typed, under its name', () => {
    const pin = { lat: -7.33, lon: 110.5 };
    expect(printed({ text: literal('Di sini.'), pin })).toEqual(['@-7.33,110.50', 'Di sini.']);
    const named = { ...pin, name: literal('SLT-7K4PQ2') };
    expect(printed({ text: literal('Di sini.'), pin: named })[0]).toBe('SLT-7K4PQ2\n@-7.33,110.50');
  });

  test('puts what was understood before the question', () => {
    expect(printed({ note: literal('Tempat: Tingkir'), text: literal('Ada fotonya?') })).toEqual([
      'Tempat: Tingkir\n\nAda fotonya?',
    ]);
  });

  test('shows marks as bold and colour on a screen only', () => {
    expect(printed({ text: marked }, { screen: true })).toEqual([
      'Nomor \u001b[1mSLT-1\u001b[22m \u001b[36mx\u001b[39m',
    ]);
    expect(printed({ text: marked })).toEqual(['Nomor SLT-1 x']);
  });

  test('never lets words of a person steer the terminal of another', () => {
    const words = 'lampu\u001b[2J\u009b31m\u0007 mati\nbaris dua';
    for (const screen of [true, false])
      expect(printed({ text: literal(words) }, { screen })).toEqual(['lampu[2J31m mati\nbaris dua']);
  });
});

describe('printing', () => {
  test('writes the message and an empty line', async () => {
    const out = new PassThrough();
    expect(await createTerminal(out, { screen: false }).send({ text: 'halo' })).toEqual({
      ok: true,
      id: undefined,
    });
    expect(String(out.read())).toBe('halo\n\n');
  });

  test('waits for a slow reader', async () => {
    const out = new PassThrough({ highWaterMark: 8 });
    let done = false;
    const sending = createTerminal(out, { screen: false })
      .send({ text: 'lebih dari delapan' })
      .then(() => {
        done = true;
      });
    await new Promise((resolve) => setImmediate(resolve));
    expect(done).toBe(false);
    out.resume();
    await sending;
    expect(done).toBe(true);
  });

  test('to a reader that has gone reaches nobody', async () => {
    const out = new PassThrough();
    out.destroy();
    const sent = await createTerminal(out, { screen: false }).send({ text: 'halo' });
    expect(sent).toEqual({ ok: false, failure: 'unreachable', detail: 'closed' });
  });
});

describe('a photo of this machine', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pendopo-terminal-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const { fetch } = createTerminal(new PassThrough(), { screen: false });

  test('is read by its path', async () => {
    const path = join(folder, 'lubang.jpg');
    await writeFile(path, 'gambar');
    expect(await fetch(path)).toEqual({ ok: true, bytes: new TextEncoder().encode('gambar') });
  });

  test('that is not there, or is a folder, is gone for good', async () => {
    expect(await fetch(join(folder, 'tidak-ada.jpg'))).toMatchObject({ ok: false, again: false });
    expect(await fetch(folder)).toMatchObject({ ok: false, again: false });
  });

  test('is not taken over 20 MiB', async () => {
    const path = join(folder, 'besar.jpg');
    await writeFile(path, '');
    await truncate(path, 20 * 1024 * 1024 + 1);
    expect(await fetch(path)).toEqual({ ok: false, again: false, detail: 'too large' });
  });
});

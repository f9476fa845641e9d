import { describe, expect, test } from 'vitest';
import { parse } from './parse.ts';

const typed = (line: string) => {
  const at = new Date('2026-11-20T02:00:00Z');
  return parse('local')({ id: '1', name: 'sri', at, line, folder: '/rumah/sri' });
};
const content = (line: string) => typed(line)[0]?.content;

describe('a typed line', () => {
  test('comes from a person of the local account, by name', () => {
    expect(typed('halo')).toEqual([
      {
        id: '1',
        from: { channel: 'terminal', account: 'local', id: 'sri' },
        at: new Date('2026-11-20T02:00:00Z'),
        content: { kind: 'text', text: 'halo' },
      },
    ]);
  });

  test('with nothing in it says nothing', () => {
    expect(typed('')).toEqual([]);
    expect(typed(' \t ')).toEqual([]);
  });

  test('that is a number or a label stays words, for the house knows what was offered', () => {
    expect(content('1')).toEqual({ kind: 'text', text: '1' });
    expect(content('Lewati')).toEqual({ kind: 'text', text: 'Lewati' });
  });

  test('carries no control characters into the house', () => {
    expect(content('lampu\u0000mati\u001b[A')).toEqual({ kind: 'text', text: 'lampu mati [A' });
  });

  test.each([
    ['@-7.33,110.50', -7.33, 110.5],
    ['@ -7.3315 , 110.5125 ', -7.3315, 110.5125],
    ['@0,0', 0, 0],
  ])('%s is a place', (line, lat, lon) => {
    expect(content(line)).toEqual({ kind: 'location', lat, lon });
  });

  test.each(['@sri', '@-7.33', '@97.1,110', '@-7,181', 'di @-7.33,110.50'])(
    '%s is no place but words',
    (line) => {
      expect(content(line)).toEqual({ kind: 'text', text: line });
    },
  );

  test.each([
    ['foto /tmp/lubang.jpg', '/tmp/lubang.jpg'],
    ['foto lubang.JPG', '/rumah/sri/lubang.JPG'],
    ['Foto ../lubang jalan.png', '/rumah/lubang jalan.png'],
    ['foto "lubang jalan"', '/rumah/sri/lubang jalan'],
    ["foto './a b.jpg'", '/rumah/sri/a b.jpg'],
  ])('%s is a photo with an absolute path', (line, media) => {
    expect(content(line)).toEqual({ kind: 'photo', media });
  });

  test('words behind a path in quotes are about the photo', () => {
    expect(content("foto 'a b.jpg' selokan mampet")).toEqual({
      kind: 'photo',
      media: '/rumah/sri/a b.jpg',
      caption: 'selokan mampet',
    });
  });

  test.each(['foto', 'foto jalan rusak', 'foto jalan rusak 1/2 km', 'foto KTP saya hilang'])(
    '%s is a sentence, not a photo',
    (line) => {
      expect(content(line)).toEqual({ kind: 'text', text: line });
    },
  );

  test('that is no line at all is nothing, never a fault', () => {
    for (const payload of [undefined, null, 7, 'halo', {}, { line: 7 }, []])
      expect(parse('local')(payload)).toEqual([]);
  });
});

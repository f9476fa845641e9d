import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseHtml } from './html.ts';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const refusals: [string, string][] = [
  ['<b>terbuka', `Can't find end tag corresponding to start tag "b"`],
  ['<script>alert(1)</script>', 'Unsupported start tag "script" at byte offset 0'],
  ['<b><i>test</b></i>', 'Unmatched end tag at byte offset 10, expected "</i>", found "</b>"'],
  ['é </b>', 'Unexpected end tag at byte offset 3'],
  ['<b', 'Unclosed start tag at byte offset 0'],
  ['5 < 6', 'Unsupported start tag "" at byte offset 2'],
  ['<b>x</b', 'Unclosed end tag at byte offset 4'],
  ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ['<a =x>y</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
];

describe('HTML as Telegram reads it', () => {
  test('shows any escaped text as it was, with nothing marked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(parseHtml(escaped(text))).toEqual({ text, entities: [] });
      }),
      { numRuns: 500 },
    );
  });

  test('marks exactly the piece between two tags, whatever stands around it', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(words, words, words, (before, inside, after) => {
        const { text, entities } = parseHtml(`${escaped(before)}<b>${escaped(inside)}</b>${escaped(after)}`);
        expect(text).toBe(before + inside + after);
        expect(entities).toEqual([{ type: 'bold', offset: before.length, length: inside.length }]);
      }),
    );
  });

  test.each(refusals)('refuses %s in the words of the real server', (source, why) => {
    expect(() => parseHtml(source)).toThrow(`Bad Request: can't parse entities: ${why}`);
  });

  test('knows every kind of mark and counts in UTF-16 units', () => {
    const source =
      '😀<b>a</b><i>b</i><u>c</u><s>d</s><code>e</code><pre>f</pre><a href="https://contoh.go.id/x">g</a>' +
      '<blockquote>h</blockquote><blockquote expandable>i</blockquote><tg-spoiler>j</tg-spoiler>';
    const { text, entities } = parseHtml(source);
    expect(text).toBe('😀abcdefghij');
    expect(entities.map(({ type, offset }) => `${type}@${offset}`)).toEqual([
      'bold@2',
      'italic@3',
      'underline@4',
      'strikethrough@5',
      'code@6',
      'pre@7',
      'text_link@8',
      'blockquote@9',
      'expandable_blockquote@10',
      'spoiler@11',
    ]);
  });

  test('forgets marks around nothing and links that lead nowhere', () => {
    expect(parseHtml('<b></b>a<a href="ke mana">b</a>')).toEqual({ text: 'ab', entities: [] });
  });

  test('reads numbers and the four names, and leaves other ampersands alone', () => {
    expect(parseHtml('&#65;&#x1F600;&lt;&nbsp;& &amp').text).toBe('A😀<&nbsp;& &');
  });
});

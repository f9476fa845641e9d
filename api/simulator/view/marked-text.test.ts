import { describe, expect, test } from 'vitest';
import { stringOf } from './html.ts';
import { markedText } from './marked-text.ts';

const shown = (text: string, ...entities: Parameters<typeof markedText>[1]) =>
  stringOf(markedText(text, entities));

describe('a text with marks', () => {
  test('is bold and code where Telegram says so, counting in UTF-16', async () => {
    const text = '👋 Nomor: SLT-7K4PQ2.';
    const entities = [
      { type: 'bold', offset: 3, length: 6 },
      { type: 'code', offset: 10, length: 10 },
    ];
    expect(await shown(text, ...entities)).toMatch(
      /👋<\/span><\/span> <strong>Nomor:<\/strong> <code>SLT-7K4PQ2<\/code>\.$/,
    );
  });

  test('nests marks that lie within each other', async () => {
    const entities = [
      { type: 'italic', offset: 2, length: 3 },
      { type: 'bold', offset: 0, length: 7 },
    ];
    expect(await shown('a bcd e!', ...entities)).toBe('<strong>a <em>bcd</em> e</strong>!');
  });

  test('links addresses, and no address that could run', async () => {
    const bad = { type: 'text_link', offset: 0, length: 4, url: 'javascript:alert(1)' };
    expect(await shown('klik', bad)).toBe('klik');
    const link = await shown('lihat sapa.example ya', { type: 'url', offset: 6, length: 12 });
    expect(link).toContain('href="https://sapa.example"');
  });

  test('never becomes markup itself', async () => {
    expect(await shown('<b>"&')).toBe('&lt;b&gt;&quot;&amp;');
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../bot/i18n/languages.ts';
import { openTestSimulator, type TestSimulator } from './testing/open-simulator.ts';

let simulator: TestSimulator;
beforeAll(async () => {
  simulator = await openTestSimulator();
});
afterAll(() => simulator.close());

const ask = (address: string, headers: Record<string, string> = {}) =>
  simulator.app.request(`${simulator.url}${address}`, { headers });
const page = async (address: string, headers?: Record<string, string>) =>
  (await ask(address, headers)).text();
const spoken = async (header: string) =>
  /<html lang="(\w+)">/.exec(await page('/coba', { 'accept-language': header }))?.[1];

/** Sentences of the page that read differently in the two languages, so that one cannot pass for the other. */
const { en, id } = languages;
const sayings = (Object.keys(id) as (keyof typeof id)[])
  .filter((key) => key.startsWith('coba.') && !id[key].includes('{') && id[key].length > 12)
  .filter((key) => !en[key].includes(id[key]));

const post = (address: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  simulator.app.request(`${simulator.url}${address}`, {
    method: 'POST',
    body: new URLSearchParams({ as: 'sri', ...fields }),
    headers: { origin: simulator.url, ...headers },
  });

describe('the page', () => {
  test('speaks the language that is asked for, and leaves no sentence in another', async () => {
    const text = await page('/coba?bahasa=en');
    expect(text).toContain('<html lang="en">');
    expect(text).toContain(en['coba.headline']);
    expect(text).toContain('Type <strong>lampu jalan mati</strong>, then press Enter.');
    expect(sayings.length).toBeGreaterThan(40);
    expect(sayings.filter((key) => text.includes(`>${id[key]}<`) || text.includes(`"${id[key]}"`))).toEqual(
      [],
    );
    const indonesian = await page('/coba');
    expect(sayings.filter((key) => indonesian.includes(id[key])).length).toBeGreaterThan(30);
  });

  test('else speaks the browser’s first language that the city offers, else Indonesian', async () => {
    expect(await spoken('en-US,en;q=0.9,id;q=0.8')).toBe('en');
    expect(await spoken('fr-FR,fr;q=0.9,jv;q=0.5,en;q=0.4')).toBe('jv');
    expect(await spoken('min,fr;q=0.9')).toBe('id');
    expect(await spoken('en;q=0,id')).toBe('id');
    expect(await spoken('*')).toBe('id');
    expect(await page('/coba?bahasa=min')).toContain('<html lang="id">');
    expect(await page('/coba?bahasa=xx%22%3E', { 'accept-language': 'en' })).toContain('<html lang="en">');
  });

  test('keeps the language that was asked for: in its links, its forms, and after an act', async () => {
    const text = await page('/coba?bahasa=en');
    const addresses = [...text.matchAll(/(?:action|data-events|href)="(\/coba[^"#]*)"/g)]
      .map(([, address = '']) => address)
      .filter((address) => !/\/coba\/(aset|uji)/.test(address));
    expect(addresses.length).toBeGreaterThan(8);
    expect(addresses.filter((address) => !/[?&;]bahasa=en$/.test(address))).toEqual([]);
    const sent = await post('/coba/kirim?bahasa=en', { do: 'type', text: 'halo' });
    expect(sent.headers.get('location')).toBe('/coba?as=sri&bahasa=en#akhir');
    expect(await page('/coba', { 'accept-language': 'en' })).not.toContain('bahasa=');
  });

  test('says in the same language what cannot be done', async () => {
    const refused = await post('/coba/kirim', { do: 'photo' }, { 'accept-language': 'en' });
    expect([refused.status, await refused.text()]).toEqual([400, en['coba.unreadable']]);
    const far = await post('/coba/jam?bahasa=jv', { by: 'century' });
    expect(await far.text()).toBe(languages.jv['coba.too-far']);
  });
});

test('what comes by the stream is in the language of the page', async () => {
  const heard = await ask('/coba/kejadian?as=sri&bahasa=en');
  const reader = heard.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  const first = new TextDecoder().decode(value);
  expect(first).toContain(en['coba.welcome.hint']);
  expect(first).not.toContain(id['coba.welcome.hint']);
});

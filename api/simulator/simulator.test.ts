import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playTranscript } from '../../bot/conversation/transcript.ts';
import { openTestHall } from '../testing/hall.ts';
import { skinNames } from './skins/skin-name.ts';
import { formVisitor } from './testing/form-visitor.ts';
import { openTestSimulator, type TestSimulator } from './testing/open-simulator.ts';

let simulator: TestSimulator;
beforeAll(async () => {
  simulator = await openTestSimulator();
});
afterAll(() => simulator.close());

/** What was said, without markup. */
const said = (page: string): string[] =>
  [...page.matchAll(/<p class="text"[^>]*>([\s\S]*?)<\/p>/g)].map(([, text = '']) =>
    text.replace(/<[^>]+>/g, '').trim(),
  );

describe('a newcomer', () => {
  test('gets the page with a cookie that scripts cannot read and that stays under /coba', async () => {
    const answer = await simulator.app.request(`${simulator.url}/coba`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toMatch(/^coba=[\w-]{32}; Path=\/coba; HttpOnly; SameSite=Lax$/);
    const page = await answer.text();
    expect(page).toContain('Lapor ke kota, semudah mengirim pesan.');
    expect(page).toContain('lampu jalan mati');
  });

  test('is sent nothing inline and nothing from elsewhere', async () => {
    const answer = await simulator.app.request(`${simulator.url}/coba`);
    expect(answer.headers.get('content-security-policy')).toContain(
      "default-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    );
    const page = await answer.text();
    expect(page).not.toMatch(/<style|style="|<script(?![^>]*src=)|\son\w+="/);
    expect([...page.matchAll(/(?:src|href)="(https?:)?\/\//g)]).toEqual([]);
  });
});

describe('somebody without scripts', () => {
  test('reports a lamp by typing, pressing and choosing from a list, up to the number', async () => {
    const visitor = formVisitor(simulator);
    const typed = await visitor.post({ do: 'type', text: 'lampu jalan mati' });
    expect([typed.status, typed.headers.get('location')]).toEqual([303, '/coba?as=sri#akhir']);
    expect(said(await visitor.page())[1]).toContain('Sepertinya tentang Lampu Jalan (PJU)');
    await visitor.press('Lampu Jalan (PJU)');
    expect(await visitor.page()).toContain('popovertarget="peta"');
    await visitor.post({ do: 'pin', place: '33.73.02.1006', lat: '', lon: '' });
    expect(said(await visitor.page()).join()).toContain('Tempat: Tingkir Tengah, Tingkir.');
    await visitor.press('Tetap lapor baru').catch(() => undefined);
    await visitor.press('Lewati');
    await visitor.press('Biasa');
    await visitor.press('Kirim');
    expect(said(await visitor.page()).at(-1)).toMatch(/Nomor: SLT-[0-9A-HJKMNP-TV-Z]{6}/);
  });

  test('lets a scenario play at once', async () => {
    const visitor = formVisitor(simulator);
    await visitor.post({ scenario: 'foto' }, '/coba/skenario');
    const page = await visitor.page();
    expect(said(page).at(-1)).toMatch(/Nomor: SLT-/);
    expect(page).toMatch(/<img class="photo" src="\/coba\/foto\//);
  });

  test('follows a neighbour’s report by its number', async () => {
    const visitor = formVisitor(simulator);
    await visitor.post({ scenario: 'cek' }, '/coba/skenario');
    expect(said(await visitor.page()).at(-1)).toMatch(/ikut dikabari/);
  });

  test.each(skinNames)('rates a counter in %s with a scenario, into the urn', async (skin) => {
    const visitor = formVisitor(simulator, skin);
    const resting = async () => (await simulator.hall.database.sql`select 1 from skm_urn`).length;
    const before = await resting();
    await visitor.post({ scenario: 'nilai' }, '/coba/skenario');
    expect(said(await visitor.page()).at(-1)).toContain('Terima kasih banyak.');
    expect(await resting()).toBe(before + 1);
  });

  test('blocks the bot, cannot write, and comes back', async () => {
    const visitor = formVisitor(simulator);
    await visitor.post({ do: 'type', text: 'halo' });
    await visitor.post({ do: 'block' });
    expect(await visitor.page()).toContain('Bot diblokir. Pesan tidak sampai.');
    expect((await visitor.post({ do: 'type', text: 'halo?' })).status).toBe(409);
    await visitor.post({ do: 'unblock' });
    await visitor.post({ do: 'type', text: '/bantuan' });
    expect(said(await visitor.page()).at(-1)).toContain('Keadaan darurat');
  });

  test('starts anew, and the service does not know them any more', async () => {
    const visitor = formVisitor(simulator);
    await visitor.post({ do: 'type', text: 'lampu jalan mati' });
    await visitor.post({ do: 'reset' });
    expect(said(await visitor.page())).toEqual([]);
    await visitor.post({ do: 'type', text: 'halo' });
    expect(said(await visitor.page()).at(-1)).toContain('Selamat datang');
  });
});

test('what is said in another language is marked as such', async () => {
  const visitor = formVisitor(simulator);
  await visitor.post({ as: 'anna', do: 'type', text: '/bahasa' });
  await visitor.press('English', 'anna');
  await visitor.post({ as: 'anna', do: 'type', text: '/bantuan' });
  const page = await visitor.page('anna');
  expect(page.split('class="turn bot"').at(-1)).toContain('lang="en"');
  expect(page.split('class="turn person"').at(-1)).toContain('lang="en"');
});

describe('visitors', () => {
  test('never see each other, nor each other’s photos', async () => {
    const [sri, other] = [formVisitor(simulator), formVisitor(simulator)];
    await sri.post({ do: 'type', text: 'rahasia pasar sapi' });
    await sri.post({ do: 'sample', sample: 'sampah' });
    await other.post({ do: 'type', text: 'halo' });
    const photo = /\/coba\/foto\/[\w-]+/.exec(await sri.page())?.[0] ?? '';
    expect(await other.page()).not.toContain('pasar sapi');
    expect((await sri.ask(photo)).headers.get('content-type')).toBe('image/jpeg');
    expect((await other.ask(photo)).status).toBe(404);
    expect(await (await other.ask('/coba/uji?as=sri')).text()).not.toContain('pasar sapi');
    expect(await sri.page('bayu')).not.toContain('pasar sapi');
  });

  test('are not moved by a page of another site', async () => {
    const visitor = formVisitor(simulator);
    await visitor.page();
    const send = (headers: Record<string, string>) =>
      visitor.ask('/coba/kirim', {
        method: 'POST',
        body: new URLSearchParams({ as: 'sri', do: 'type', text: 'curang' }),
        headers,
      });
    const own = new URL(simulator.url).origin;
    expect((await send({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await send({ origin: 'null' })).status).toBe(403);
    expect((await send({})).status).toBe(403);
    expect((await send({ origin: own, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(await visitor.page()).not.toContain('curang');
    expect((await send({ origin: own, 'sec-fetch-site': 'same-origin' })).status).toBe(303);
  });

  test('may send JSON, and what no phone can do is refused', async () => {
    const visitor = formVisitor(simulator);
    const send = (body: unknown) =>
      visitor.ask('/coba/kirim', {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { origin: simulator.url, 'content-type': 'application/json', accept: 'application/json' },
      });
    expect((await send({ as: 'sri', do: 'pin', lat: -7.33, lon: 110.5 })).status).toBe(204);
    for (const wrong of [
      {},
      [],
      { do: 'type', text: '  ' },
      { do: 'type', text: 'a'.repeat(5000) },
      { do: 'pin', lat: 'x', lon: 1 },
      { do: 'pin', lat: 91, lon: 1 },
      { do: 'sample', sample: '../app.ts' },
      { do: 'fly' },
    ])
      expect((await send(wrong)).status).toBe(400);
  });

  test('send a photo of their own only as a picture', async () => {
    const visitor = formVisitor(simulator);
    const send = (bytes: Uint8Array<ArrayBuffer>) => {
      const body = new FormData();
      body.set('as', 'sri');
      body.set('do', 'photo');
      body.set('file', new File([bytes], 'foto.jpg', { type: 'image/jpeg' }));
      return visitor.ask('/coba/kirim', { method: 'POST', body, headers: { origin: simulator.url } });
    };
    const picture = await readFile(new URL('./samples/lubang.jpg', import.meta.url));
    expect((await send(new Uint8Array(picture))).status).toBe(303);
    expect(await visitor.page()).toContain('/coba/foto/');
    expect((await send(new TextEncoder().encode('<script>alert(1)</script>'))).status).toBe(400);
  });

  test('have what they write shown as text, never as markup', async () => {
    const visitor = formVisitor(simulator);
    await visitor.post({ do: 'type', text: '<img src=x onerror=alert(1)> lampu mati' });
    const page = await visitor.page();
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).not.toContain('<img src=x');
  });
});

describe('the page beside the phone', () => {
  test('tells what the service did, with the calls it made', async () => {
    const visitor = formVisitor(simulator);
    await visitor.post({ do: 'type', text: 'lampu jalan mati' });
    const page = await visitor.page();
    expect(page).toMatch(/Masuk: <strong>tulisan<\/strong>/);
    expect(page).toMatch(/<code>sendMessage<\/code> <span>\d+ md<\/span>/);
    expect(page).toContain('&quot;chat_id&quot;');
  });

  test('copies a dialogue as a test that passes', async () => {
    const visitor = formVisitor(simulator);
    await visitor.post({ scenario: 'lampu' }, '/coba/skenario');
    const script = await (await visitor.ask('/coba/uji?as=sri')).text();
    expect(script.split('\n')[0]).toMatch(/^> Lampu jalan mati di depan pasar/);
    expect(script).toContain('> [Kirim]');
    expect(script).toContain('Nomor: {ticket}');
    const house = await openTestHall();
    try {
      const played = await playTranscript(script.replaceAll('> [Tetap lapor baru]\n', ''), house.actor());
      expect(played.names.get('ticket')).toMatch(/^SLT-/);
    } finally {
      await house.close();
    }
  });

  test('moves the hall’s clock for everyone, and back', async () => {
    const visitor = formVisitor(simulator);
    const before = simulator.hall.clock.now().getTime();
    await visitor.post({ by: 'week' }, '/coba/jam');
    const days = (simulator.hall.clock.now().getTime() - before) / 86_400_000;
    expect(days).toBeGreaterThan(6.99);
    expect(days).toBeLessThan(7.01);
    expect((await visitor.post({ by: 'century' }, '/coba/jam')).status).toBe(400);
    await visitor.post({ by: 'now' }, '/coba/jam');
    expect(Math.abs(simulator.hall.clock.now().getTime() - Date.now())).toBeLessThan(5000);
  });

  test('is not loaded again while nothing has changed', async () => {
    const first = await simulator.app.request(`${simulator.url}/coba/aset/page.js`);
    const etag = first.headers.get('etag') ?? '';
    const again = await simulator.app.request(`${simulator.url}/coba/aset/page.js`, {
      headers: { 'if-none-match': etag },
    });
    expect([first.status, again.status]).toEqual([200, 304]);
    expect((await simulator.app.request(`${simulator.url}/coba/aset/..%2fapp.ts`)).status).toBe(404);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { skinNames } from './skins/skin-name.ts';
import { formVisitor } from './testing/form-visitor.ts';
import { openTestSimulator, type TestSimulator } from './testing/open-simulator.ts';

let simulator: TestSimulator;
beforeAll(async () => {
  simulator = await openTestSimulator({ neighbours: false });
});
afterAll(() => simulator.close());

/** A working day at ten, when the office is open. */
const openHour = Date.parse('2027-04-14T03:00:00Z');
beforeEach(() =>
  simulator.hall.clock.shift(Math.round((openHour - simulator.hall.clock.now().getTime()) / 1000)),
);

/** What was said, without markup. */
const said = (page: string): string[] =>
  [...page.matchAll(/<p class="text"[^>]*>([\s\S]*?)<\/p>/g)].map(([, text = '']) =>
    text.replace(/<[^>]+>/g, '').trim(),
  );

const ticketOn = (page: string): string => page.match(/SLT-[0-9A-HJKMNP-TV-Z]{6}/g)?.at(-1) ?? 'no number';

const whatsapp = ['whatsapp', 'teks'] as const;

describe.each(whatsapp)('in %s', (skin) => {
  test('a scenario plays at once, up to the number', async () => {
    const visitor = formVisitor(simulator, skin);
    await visitor.post({ scenario: 'foto' }, '/coba/skenario');
    const page = await visitor.page();
    expect(said(page).at(-1)).toMatch(/Nomor: SLT-/);
    expect(page).toMatch(/<img class="photo" src="\/coba\/foto\/[^"]+" alt="Foto" width="800" height="600">/);
  });

  test('a report arrives at the visitor’s own officer in the same app', async () => {
    const [one, other] = [formVisitor(simulator, skin), formVisitor(simulator, skin)];
    await other.post({ do: 'type', text: 'halo' });
    await one.post({ scenario: 'lampu' }, '/coba/skenario');
    const ticket = ticketOn(await one.page());
    expect(await one.page('petugas')).toContain(`Laporan baru</strong> ${ticket}`);
    expect(await other.page('petugas')).not.toContain(ticket);
  });

  test('the officer answers, and the citizen reads it', async () => {
    const visitor = formVisitor(simulator, skin);
    await visitor.post({ as: 'petugas', scenario: 'petugas' }, '/coba/skenario');
    expect(said(await visitor.page('petugas')).at(-1)).toContain('Terkirim ke warga');
    expect(await visitor.page()).toContain('Lampunya sudah kami ganti');
  });

  test('the dialogue is copied as it went', async () => {
    const visitor = formVisitor(simulator, skin);
    await visitor.post({ scenario: 'lampu' }, '/coba/skenario');
    const copied = await (await visitor.ask(`/coba/uji?as=sri&di=${skin}`)).text();
    expect(copied).toContain('\n> (location -7.33150,110.50250)\n');
    expect(copied).toContain(skin === 'teks' ? '\n1. Kirim\n' : '\n[Kirim] [Ubah] [Batal]\n> [Kirim]\n');
    expect(copied).toContain('\nNomor: {ticket}\n');
  });

  test('whoever has blocked it cannot write, and comes back', async () => {
    const visitor = formVisitor(simulator, skin);
    await visitor.post({ do: 'type', text: 'halo' });
    await visitor.post({ do: 'block' });
    expect((await visitor.post({ do: 'type', text: 'halo?' })).status).toBe(409);
    await visitor.post({ do: 'unblock' });
    await visitor.post({ do: 'type', text: '/bantuan' });
    expect(said(await visitor.page()).at(-1)).toContain('Keadaan darurat');
  });

  test('who starts anew is not known any more', async () => {
    const visitor = formVisitor(simulator, skin);
    await visitor.post({ do: 'type', text: 'lampu jalan mati' });
    await visitor.post({ do: 'reset' });
    expect(said(await visitor.page())).toEqual([]);
    await visitor.post({ do: 'type', text: 'halo' });
    expect(said(await visitor.page()).at(-1)).toContain('Selamat datang');
  });
});

test.each(skinNames)('in %s the officer sees where it is as a pin, in words too', async (skin) => {
  const visitor = formVisitor(simulator, skin);
  await visitor.post({ scenario: 'lampu' }, '/coba/skenario');
  const ticket = ticketOn(await visitor.page());
  const see = { as: 'petugas', do: 'type', text: 'Lihat laporan' };
  await (skin === 'teks' ? visitor.post(see) : visitor.press('Lihat laporan', 'petugas'));
  const bubbles = (await visitor.page('petugas')).split('<div class="turn ');
  const pin = bubbles.findIndex((turn) => turn.startsWith('bot') && turn.includes('class="pinned"'));
  expect(bubbles[pin]).toContain(`<span>Lokasi ${ticket}<br><span class="small">-7.3315, 110.5025</span>`);
  expect(bubbles[pin + 1]).toContain('Keadaan: ');
  const copied = await (await visitor.ask(`/coba/uji?as=petugas&di=${skin}`)).text();
  expect(copied).toContain('\n(pin -7.3315,110.5025)\n{ticket}\n');
});

describe('a visitor', () => {
  test('holds three apps by plain links that keep the person and the language', async () => {
    const visitor = formVisitor(simulator);
    const page = await (await visitor.ask('/coba?as=petugas&di=teks&bahasa=en')).text();
    const [, links = ''] = /<ul id="aplikasi">([\s\S]*?)<\/ul>/.exec(page) ?? [];
    expect([...links.matchAll(/href="([^"]+)"/g)].map(([, address]) => address)).toEqual([
      '/coba?as=petugas&amp;bahasa=en',
      '/coba?as=petugas&amp;di=whatsapp&amp;bahasa=en',
      '/coba?as=petugas&amp;di=teks&amp;bahasa=en',
    ]);
    expect(links).toMatch(/di=teks&amp;bahasa=en" aria-current="page">WhatsApp text/);
    expect(await visitor.page('sri', 'telegram')).toContain('data-skin="telegram"');
    expect(await (await visitor.ask('/coba?di=faks')).text()).toContain('data-skin="telegram"');
  });

  test('has chats of its own in each app, and one circle', async () => {
    const visitor = formVisitor(simulator);
    const { sql } = simulator.hall.database;
    const [{ most } = { most: 0 }] = await sql<
      { most: number }[]
    >`select coalesce(max(id), 0)::int as most from contact`;
    for (const skin of skinNames) await visitor.post({ do: 'type', text: `halo ${skin}` }, undefined, skin);
    for (const skin of skinNames)
      expect(said(await visitor.page('sri', skin)).filter((text) => text.startsWith('halo'))).toEqual([
        `halo ${skin}`,
      ]);
    const circles = await sql`select circle, count(*)::int as n from contact where id > ${most} group by 1`;
    expect(circles.map(({ n }) => n)).toEqual([9]);
  });

  test('is told of reports as an officer in the app that the citizen wrote in last', async () => {
    const visitor = formVisitor(simulator);
    for (const skin of ['whatsapp', 'telegram', 'whatsapp'] as const) {
      await visitor.post({ scenario: 'lampu' }, '/coba/skenario', skin);
      const ticket = ticketOn(await visitor.page('sri', skin));
      const heard: string[] = [];
      for (const one of skinNames)
        if ((await visitor.page('petugas', one)).includes(`</strong> ${ticket}`)) heard.push(one);
      expect(heard).toEqual([skin]);
    }
  });
});

describe('WhatsApp by the official API', () => {
  test('knocks with a template when a day has gone by, and its button brings the news', async () => {
    const visitor = formVisitor(simulator, 'whatsapp');
    await visitor.post({ scenario: 'lampu' }, '/coba/skenario');
    const ticket = ticketOn(await visitor.page());
    expect(await visitor.page()).toContain('Terbuka sampai');
    await visitor.post({ by: 'window' }, '/coba/jam');
    expect(await visitor.page()).toContain('Tertutup: kabar mengetuk');
    for (const label of ['Terima', 'Balas', 'Sudah dikerjakan']) await visitor.press(label, 'petugas');
    await visitor.post({ as: 'petugas', do: 'type', text: 'Lampunya menyala lagi.' });
    await visitor.press('Kirim ke warga', 'petugas');
    const knocked = await visitor.page();
    expect(knocked).toMatch(/class="turn bot template"/);
    expect(said(knocked).at(-1)).toContain(`Ada kabar baru tentang laporan ${ticket}`);
    expect(knocked).toContain('messages · template');
    expect(knocked).not.toContain('Lampunya menyala lagi.');
    await visitor.press('Baca kabar');
    expect(await visitor.page()).toContain('Lampunya menyala lagi.');
    expect(await visitor.page()).toContain('Terbuka sampai');
  });

  test('shows what has been read by the mark of the service', async () => {
    const visitor = formVisitor(simulator, 'whatsapp');
    await visitor.post({ do: 'type', text: 'halo' });
    const page = await visitor.page();
    expect(page).toMatch(/class="ticks read"[\s\S]*?<span class="hidden">dibaca<\/span>/);
    expect(page).toContain('<code>read-mark</code>');
  });

  test('lets a button be pressed once', async () => {
    const visitor = formVisitor(simulator, 'whatsapp');
    await visitor.post({ do: 'type', text: 'lampu jalan mati' });
    await visitor.press('Lampu Jalan (PJU)');
    await visitor.post({ do: 'pin', lat: '-7.33', lon: '110.5' });
    await visitor.press('Tetap lapor baru').catch(() => undefined);
    const [, on = '', id = ''] =
      /name="on" value="([^"]+)">\s*<div class="row"><button name="button" value="([^"]+)">Lewati</.exec(
        await visitor.page(),
      ) ?? [];
    const press = () => visitor.post({ do: 'press', on, button: id });
    expect((await press()).status).toBe(303);
    expect((await press()).status).toBe(409);
    expect(await visitor.page()).toContain(`value="${id}" disabled>Lewati`);
  });

  test('shows a breach of its rules as a refusal', async () => {
    const visitor = formVisitor(simulator, 'whatsapp');
    await visitor.post({ do: 'type', text: 'halo' });
    const { sessions, database, channels } = simulator.hall;
    const [row] = await database.sql<{ id: number }[]>`
      select id::int from contact where channel = 'whatsapp-cloud' order by id desc limit 1`;
    const to = (await sessions.of(row?.id ?? 0))?.contact.address;
    const channel = channels.find(({ name }) => name === 'whatsapp-cloud');
    const body = { messaging_product: 'whatsapp', recipient: to?.id, type: 'text', text: { body: ' ' } };
    expect(await channel?.send({ body })).toMatchObject({ ok: false, failure: 'rejected' });
    const pages = await Promise.all(['sri', 'petugas', 'atasan'].map((as) => visitor.page(as)));
    expect(pages.join()).toMatch(/class="call refused"/);
  });

  test('takes no webhook that was not signed, and no call without its token', async () => {
    const ask = (path: string, init: RequestInit) =>
      simulator.app.request(`${simulator.url}/coba${path}`, { method: 'POST', ...init });
    const body = JSON.stringify({ object: 'whatsapp_business_account', entry: [] });
    expect((await ask('/webhook-whatsapp', { body })).status).toBe(401);
    const forged = { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` };
    expect((await ask('/webhook-whatsapp', { body, headers: forged })).status).toBe(401);
    expect((await ask('/graph/v23.0/70001/messages', { body: '{}' })).status).toBe(401);
  });
});

describe('WhatsApp as plain text', () => {
  test('waits when a day has gone by, until the person writes', async () => {
    const visitor = formVisitor(simulator, 'teks');
    await visitor.post({ do: 'type', text: 'halo' });
    await visitor.post({ by: 'window' }, '/coba/jam');
    expect(await visitor.page()).toContain('Tertutup: kabar menunggu');
  });

  test('has nothing to press', async () => {
    const visitor = formVisitor(simulator, 'teks');
    await visitor.post({ do: 'type', text: 'lampu jalan mati' });
    const page = await visitor.page();
    expect(said(page).at(-1)).toContain('1. Lampu Jalan (PJU)');
    expect(page).not.toMatch(/class="(buttons|opens|keyboard)"/);
    expect((await visitor.post({ do: 'press', on: 'p1', button: 'x' })).status).toBe(409);
  });
});

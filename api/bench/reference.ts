import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import postgres from 'postgres';
import { beMeasured, type Measured } from './be-measured.ts';
import { besides, type Call, html, question, type Talk, type Update } from './reference-words.ts';
import type { Setting } from './subject.ts';

/**
 * The same durable work written by hand, as the yardstick: one small file without engine, languages or sealing. The
 * talk is kept in memory and every write is guarded by its revision; an update counts once; nothing is answered
 * before the commit; the receipt survives a crash. One statement for an ordinary step, one transaction for *Kirim*.
 */
const schema = `
  create table talk (chat bigint primary key, revision int not null default 0, step int not null default 0, detail text,
    category text, lat float8, lng float8, identity text) with (fillfactor = 70);
  create table seen (update_id bigint primary key, at timestamptz not null default now());
  create table ticket (id bigserial primary key, number text not null unique, chat bigint not null, detail text not null,
    category text not null, lat float8 not null, lng float8 not null, identity text not null,
    received_at timestamptz not null default now(), update_id bigint not null unique);
  create table outbox (id bigserial primary key, chat bigint not null, body text not null,
    created_at timestamptz not null default now(), sent_at timestamptz);
  create index outbox_waiting on outbox (created_at) where sent_at is null`;

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const newNumber = () => `SLT-${[...randomBytes(6)].map((byte) => letters[byte & 31]).join('')}`;

/** The talk after an update; undefined when it does not answer the open question. */
const heard = (talk: Talk, { message, callback_query: press }: Update): Talk | undefined => {
  if (message?.text === '/lapor')
    return { ...talk, step: 1, detail: null, category: null, lat: null, lng: null, identity: null };
  if (talk.step === 1 && message?.text) return { ...talk, step: 2, detail: message.text };
  if (talk.step === 2 && press) return { ...talk, step: 3, category: press.data };
  if (talk.step === 3 && message?.location)
    return { ...talk, step: 4, lat: message.location.latitude, lng: message.location.longitude };
  if (talk.step === 4 && press?.data === 'Lewati') return { ...talk, step: 5 };
  if (talk.step === 5 && press) return { ...talk, step: 6, identity: press.data };
  if (talk.step === 6 && press?.data === 'Kirim') return { ...talk, step: 0 };
  return undefined;
};

const openReference = async ({ database, apiRoot, token, secret }: Setting): Promise<Measured> => {
  const sql = postgres(database, { max: 10, onnotice: () => {} });
  await sql.unsafe(schema);
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  const talks = new Map<number, Talk>();

  const call = ({ method, ...body }: Call): Promise<boolean> =>
    new Promise((resolve) => {
      const text = JSON.stringify(body);
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
      const sent = request(
        `${apiRoot}/bot${token}/${method}`,
        { method: 'POST', agent, headers },
        async (response) => {
          const answer = JSON.parse(await bodyOf(response));
          resolve(answer.ok === true);
        },
      );
      sent.on('error', () => resolve(false));
      sent.end(text);
    });

  const load = async (chat: number): Promise<Talk> => {
    await sql`insert into talk (chat) values (${chat}) on conflict do nothing`;
    const [talk] = await sql<[Talk]>`select chat::int, revision, step, detail, category, lat, lng, identity
      from talk where chat = ${chat}`;
    talks.set(chat, talk);
    return talk;
  };

  const write = async (on: typeof sql, was: Talk, now: Talk, update: number) => {
    const [claim] = await on<[{ won: boolean; known: boolean }]>`
      with turn as (
        update talk set revision = revision + 1, step = ${now.step}, detail = ${now.detail}, category = ${now.category},
          lat = ${now.lat}, lng = ${now.lng}, identity = ${now.identity}
        where chat = ${was.chat} and revision = ${was.revision}
          and not exists (select 1 from seen where update_id = ${update})
        returning chat
      ), once as (insert into seen (update_id) select ${update}::bigint from turn)
      select exists (select 1 from turn) as won, exists (select 1 from seen where update_id = ${update}) as known`;
    return claim;
  };

  const send = async (id: string, chat: number, body: string) => {
    const delivered = await call({ method: 'sendMessage', chat_id: chat, text: body, ...html });
    if (delivered) await sql`update outbox set sent_at = now() where id = ${id}`;
  };

  const file = (was: Talk, now: Talk, update: number) =>
    sql.begin(async (tx) => {
      const claim = await write(tx as unknown as typeof sql, was, now, update);
      if (!claim.won) return { claim };
      const number = newNumber();
      const body = `Laporan diterima: <b>${number}</b>\nDinas Perhubungan menjawab paling lambat dalam 5 hari kerja.`;
      const [letter] = await tx<[{ id: string }]>`
        with filed as (
          insert into ticket (number, chat, detail, category, lat, lng, identity, update_id)
          values (${number}, ${was.chat}, ${was.detail}, ${was.category}, ${was.lat}, ${was.lng}, ${was.identity}, ${update})
        )
        insert into outbox (chat, body) values (${was.chat}, ${body}) returning id`;
      return { claim, letter: { id: letter.id, body } };
    });

  const take = async (update: Update): Promise<Call | undefined> => {
    const { message, callback_query: press } = update;
    const chat = message?.chat.id ?? press?.from.id;
    if (chat === undefined) return undefined;
    const on = press?.message.message_id;
    for (;;) {
      const was = talks.get(chat) ?? (await load(chat));
      const now = heard(was, update);
      const files = was.step === 6 && now?.step === 0;
      const { claim, letter } = files
        ? await file(was, now, update.update_id)
        : { claim: await write(sql, was, now ?? was, update.update_id), letter: undefined };
      if (claim.won) talks.set(chat, { ...(now ?? was), revision: was.revision + 1 });
      else talks.delete(chat);
      if (!claim.won && !claim.known) continue;
      if (letter) void send(letter.id, chat, letter.body);
      const talk = claim.won ? (now ?? was) : await load(chat);
      const ask = talk.step === 0 ? undefined : question(talk, on);
      const first = besides(talk, on);
      if (first) await call(first);
      if (!press) return ask;
      if (ask) await call(ask);
      return { method: 'answerCallbackQuery', callback_query_id: press.id };
    }
  };

  const known = Buffer.from(secret);
  const server = createServer(async (incoming, response) => {
    const given = Buffer.from(String(incoming.headers['x-telegram-bot-api-secret-token'] ?? ''));
    if (incoming.url !== '/webhook' || given.length !== known.length || !timingSafeEqual(given, known))
      return response.writeHead(401).end();
    try {
      const answer = await take(JSON.parse(await bodyOf(incoming)));
      if (!answer) return response.writeHead(200).end();
      const text = JSON.stringify(answer);
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      });
      return response.end(text);
    } catch {
      return response.writeHead(503, { 'retry-after': '5' }).end();
    }
  });

  const sweep = setInterval(async () => {
    const left = await sql<{ id: string; chat: string; body: string }[]>`
      select id, chat, body from outbox where sent_at is null and created_at < now() - interval '30 seconds' limit 25`;
    for (const { id, chat, body } of left) await send(id, Number(chat), body);
  }, 2_000);

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    webhook: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    tickets: 'select number as ticket from ticket',
    stop: async () => {
      clearInterval(sweep);
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      agent.destroy();
      await sql.end({ timeout: 5 });
    },
  };
};

const bodyOf = (incoming: IncomingMessage): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    incoming.setEncoding('utf8');
    incoming.on('data', (part: string) => {
      text += part;
    });
    incoming.on('end', () => resolve(text));
    incoming.on('error', reject);
  });

await beMeasured(openReference);

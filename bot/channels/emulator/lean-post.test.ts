import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { leanPost } from './lean-post.ts';
import { keepAlivePost } from './post.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?a=1`;
}

const clients = [
  ['the lean client', (url: string) => leanPost(url)],
  ['the general client', () => keepAlivePost(4)],
] as const;

test.each(clients)(
  '%s carries body and headers there and the answer back, however it is framed',
  async (_, make) => {
    const url = await listen((request, response) => {
      let text = '';
      request.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      request.on('end', () => {
        const { what } = JSON.parse(text);
        const said = `${request.url} ${request.headers['x-secret']} ${what} é`;
        if (what === 'chunks') {
          response.write(said.slice(0, 5));
          setTimeout(() => response.end(said.slice(5)), 5);
        } else if (what === 'nothing') response.writeHead(204).end();
        else if (what === 'later') response.writeHead(503, { 'retry-after': '7' }).end('nanti');
        else if (what === 'close') response.writeHead(200, { connection: 'close' }).end(said);
        else response.end(said);
      });
    });
    const post = make(url);
    closing.push(post.close);
    const ask = (what: string) => post(url, JSON.stringify({ what }), { 'x-secret': 's' });
    expect(await ask('plain')).toEqual({ status: 200, body: '/hook?a=1 s plain é' });
    expect(await ask('chunks')).toEqual({ status: 200, body: '/hook?a=1 s chunks é' });
    expect(await ask('nothing')).toEqual({ status: 204, body: '' });
    expect(await ask('later')).toEqual({ status: 503, body: 'nanti', retryAfter: 7 });
    expect(await ask('close')).toMatchObject({ body: '/hook?a=1 s close é' });
    const many = await Promise.all(Array.from({ length: 20 }, (_, i) => ask(`n${i}`)));
    expect(many.map(({ body }) => body)).toEqual(many.map((_, i) => `/hook?a=1 s n${i} é`));
  },
);

test.each(clients)('%s tells of a broken connection and of nobody listening', async (_, make) => {
  const url = await listen((request) => request.socket.destroy());
  const post = make(url);
  closing.push(post.close);
  await expect(post(url, '{}', {})).rejects.toMatchObject({ code: 'ECONNRESET' });
  const nowhere = make('http://127.0.0.1:1/');
  closing.push(nowhere.close);
  await expect(nowhere('http://127.0.0.1:1/', '{}', {})).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

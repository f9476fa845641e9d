import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Given, Serve } from './wire-request.ts';

const bodyMaxBytes = 64 * 1024 * 1024;

/** Puts an emulator on a loopback port of its own, for clients that insist on a real connection. */
export async function serveEmulator(
  { serve }: { serve: Serve },
  port = 0,
): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer({ keepAlive: true, keepAliveTimeout: 65_000 }, (request, response) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    readBody(request)
      .then((body) => {
        const { host = '127.0.0.1', authorization = '', 'content-type': type = '' } = request.headers;
        const { method = 'GET', url: target = '/' } = request;
        const origin = `http://${host}`;
        return serve({ method, origin, target, type, authorization, body, signal: gone.signal });
      })
      .then((given) => answer(response, given))
      .catch((reason: unknown) => response.destroy(reason instanceof Error ? reason : undefined));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(response: ServerResponse, given: Given): void {
  switch (given.kind) {
    case 'json':
      response.writeHead(given.status, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(given.text),
      });
      response.end(given.text);
      return;
    case 'file':
      response.writeHead(200, { 'content-type': given.type, 'content-length': given.bytes.length });
      response.end(given.bytes);
      return;
    case 'lost':
      response.destroy();
      return;
    case 'hang':
      return;
    default:
      given satisfies never;
  }
}

function readBody(request: IncomingMessage): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > bodyMaxBytes) request.destroy(new Error('request body is too large'));
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

import type { Serve } from './wire-request.ts';

/** The server as a web-standard handler. A lost reply rejects like a broken connection; silence waits for the signal. */
export function fetchAdapter(serve: Serve): (request: Request) => Promise<Response> {
  return async (request) => {
    const { origin, pathname, search } = new URL(request.url);
    const given = await serve({
      method: request.method,
      origin,
      target: pathname + search,
      type: request.headers.get('content-type') ?? '',
      authorization: request.headers.get('authorization') ?? '',
      body: new Uint8Array(await request.arrayBuffer()),
      signal: request.signal,
    });
    switch (given.kind) {
      case 'json':
        return new Response(given.text, {
          status: given.status,
          headers: { 'content-type': 'application/json' },
        });
      case 'file':
        return new Response(new Uint8Array(given.bytes), { headers: { 'content-type': given.type } });
      case 'lost':
        throw new TypeError('fetch failed', {
          cause: Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
        });
      case 'hang':
        return new Promise((_, reject) => {
          const stop = () => reject(request.signal.reason);
          if (request.signal.aborted) stop();
          else request.signal.addEventListener('abort', stop);
        });
      default:
        return given satisfies never;
    }
  };
}

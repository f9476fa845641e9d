import http from 'node:http';
import https from 'node:https';

export type Got = { status: number; body: string };
export type Get = (url: string) => Promise<Got>;

/** Reads an address over the network, for the one question a platform asks before it delivers. */
export const plainGet: Get = (url) =>
  new Promise((resolve, reject) => {
    const { get } = url.startsWith('https:') ? https : http;
    const request = get(url, { timeout: 10_000 }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    request.on('timeout', () => request.destroy(new Error('Read timeout expired')));
    request.on('error', reject);
  });

/** Asks a web handler in the same process, without a network. */
export const getFromHandler =
  (handle: (request: Request) => Response | Promise<Response>): Get =>
  async (url) => {
    const response = await handle(new Request(url));
    return { status: response.status, body: await response.text() };
  };

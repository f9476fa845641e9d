import * as http from 'node:http';
import * as https from 'node:https';
import type { Post } from '../bot/channels/telegram/send.ts';

/** Connections to the platform stay open between calls; so many at once at most. */
const connections = { keepAlive: true, maxSockets: 100, maxFreeSockets: 20 } as const;

const clients = {
  'http:': { request: http.request, agent: new http.Agent(connections) },
  'https:': { request: https.request, agent: new https.Agent(connections) },
} as const;

/** Posts JSON on Node's own client: half the work of `fetch` for a call that every pressed button makes. Rejects when the answer does not come in time. */
export const leanPost: Post = (url, body, milliseconds) =>
  new Promise((resolve, reject) => {
    const { request, agent } = clients[url.startsWith('https:') ? 'https:' : 'http:'];
    const asked = request(url, {
      method: 'POST',
      agent,
      timeout: milliseconds,
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    });
    asked.on('timeout', () => asked.destroy(new Error('no answer in time')));
    asked.on('error', reject);
    asked.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        try {
          resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')));
        } catch (error) {
          reject(error);
        }
      });
    });
    asked.end(body);
  });

import http from 'node:http';
import https from 'node:https';

export type Posted = { status: number; body: string; retryAfter?: number };
export type Post = (url: string, body: string, headers: Record<string, string>) => Promise<Posted>;

const timeoutMs = 60_000;

/**
 * Sends webhook bodies over connections that stay open, the way a platform's own servers do. A connection that the other
 * side closed while it was idle is noticed only on writing to it: that one is sent again on another.
 */
export function keepAlivePost(maxSockets: number): Post & { close(): void } {
  const options = { keepAlive: true, maxSockets, scheduling: 'lifo' as const };
  const agents = { http: new http.Agent(options), https: new https.Agent(options) };
  const post: Post = (url, body, headers) =>
    new Promise((resolve, reject) => {
      const secure = url.startsWith('https:');
      const failed = (fault: NodeJS.ErrnoException) =>
        request.reusedSocket && fault.code === 'ECONNRESET'
          ? resolve(post(url, body, headers))
          : reject(fault);
      const request = (secure ? https : http).request(
        url,
        {
          method: 'POST',
          agent: secure ? agents.https : agents.http,
          timeout: timeoutMs,
          headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => {
            text += chunk;
          });
          response.on('error', reject);
          response.on('end', () => {
            const retryAfter = Number(response.headers['retry-after']);
            const status = response.statusCode ?? 0;
            resolve(retryAfter > 0 ? { status, body: text, retryAfter } : { status, body: text });
          });
        },
      );
      request.on('timeout', () => request.destroy(new Error('Read timeout expired')));
      request.on('error', failed);
      request.end(body);
    });
  const close = () => {
    agents.http.destroy();
    agents.https.destroy();
  };
  return Object.assign(post, { close });
}

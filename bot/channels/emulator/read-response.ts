import type { Posted } from './post.ts';

const gap = Buffer.from('\r\n\r\n');

/** One HTTP/1.1 response if all of it has arrived; `stays` says whether the connection may be used again. */
export function readResponse(heard: Buffer): { posted: Posted; stays: boolean } | undefined {
  const end = heard.indexOf(gap);
  if (end < 0) return undefined;
  const head = heard.toString('latin1', 0, end).toLowerCase();
  const status = Number(head.slice(9, 12));
  const body = readBody(heard.subarray(end + 4), head, status);
  if (body === undefined) return undefined;
  const retryAfter = Number(header(head, 'retry-after'));
  const posted = retryAfter > 0 ? { status, body, retryAfter } : { status, body };
  return { posted, stays: header(head, 'connection') !== 'close' };
}

function header(head: string, name: string): string | undefined {
  const at = head.indexOf(`\r\n${name}:`);
  if (at < 0) return undefined;
  const end = head.indexOf('\r\n', at + 2);
  return head.slice(at + name.length + 3, end < 0 ? undefined : end).trim();
}

function readBody(rest: Buffer, head: string, status: number): string | undefined {
  if (status === 204 || status === 304) return '';
  const length = header(head, 'content-length');
  if (length !== undefined) {
    const size = Number(length);
    return rest.length < size ? undefined : rest.toString('utf8', 0, size);
  }
  return header(head, 'transfer-encoding') === 'chunked' ? readChunks(rest) : '';
}

function readChunks(rest: Buffer): string | undefined {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = rest.indexOf('\r\n', at);
    if (end < 0) return undefined;
    const size = Number.parseInt(rest.toString('latin1', at, end), 16);
    if (rest.length < end + 2 + size + 2) return undefined;
    if (size === 0) return Buffer.concat(parts).toString('utf8');
    parts.push(rest.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}

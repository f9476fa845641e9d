import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as the store saw it. */
export type SeenRequest = {
  method: string;
  path: string;
  query: string;
  type: string | undefined;
  length: number;
};

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
};

/** Reckons Signature Version 4 anew from what arrived (docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html). */
const isSigned = (
  request: IncomingMessage,
  url: URL,
  access: string,
  secret: string,
  region: string,
): boolean => {
  const { headers } = request;
  const shape =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/;
  const [, key, day = '', where, names = '', signature] = shape.exec(headers.authorization ?? '') ?? [];
  if (key !== access || where !== region) return false;
  const must = ['host', 'x-amz-content-sha256', 'x-amz-date'];
  if (!must.every((name) => names.split(';').includes(name))) return false;
  const stamp = String(headers['x-amz-date']);
  if (!stamp.startsWith(day)) return false;
  const query = [...url.searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&');
  const lines = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const hash = String(headers['x-amz-content-sha256']);
  const canonical = [request.method, url.pathname, query, lines.join(''), names, hash].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', stamp, scope, sha256(canonical)].join('\n');
  const signing = hmac(hmac(hmac(hmac(`AWS4${secret}`, day), region), 's3'), 'aws4_request');
  return hmac(signing, text).toString('hex') === signature;
};

/**
 * A strict S3 of one bucket on loopback: every request must be signed rightly, a PUT must tell its length, a page of a
 * list holds `page` keys. `fail` answers the next requests with that status instead.
 */
export const s3Server = async ({
  access = 'kunci',
  secret = 'rahasia',
  region = 'id-jkt-1',
  page = 2,
} = {}) => {
  const objects = new Map<string, { bytes: Buffer; type: string }>();
  const seen: SeenRequest[] = [];
  let failing: number | undefined;

  const list = (query: URLSearchParams): string => {
    const prefix = query.get('prefix') ?? '';
    const from = Number(query.get('continuation-token') ?? 0);
    const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).sort();
    const some = keys.slice(from, from + page);
    const more = from + page < keys.length;
    const contents = some.map((key) => `<Contents><Key>${xml(key)}</Key><Size>1</Size></Contents>`).join('');
    const next = more ? `<NextContinuationToken>${from + page}</NextContinuationToken>` : '';
    return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${contents}${next}</ListBucketResult>`;
  };

  const answer = async (
    request: IncomingMessage,
  ): Promise<{ status: number; body?: Buffer | string; type?: string }> => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const bytes = await bodyOf(request);
    const { method = '' } = request;
    const type = request.headers['content-type'];
    seen.push({ method, path: url.pathname, query: url.search, type, length: bytes.length });
    const fault = (status: number, code: string) => ({
      status,
      body: `<Error><Code>${code}</Code></Error>`,
      type: 'application/xml',
    });
    if (failing) return fault(failing, 'InternalError');
    if (!isSigned(request, url, access, secret, region)) return fault(403, 'SignatureDoesNotMatch');
    const [, bucket, key = ''] = /^\/([^/]+)\/(.*)$/.exec(url.pathname) ?? [];
    if (bucket !== 'foto') return fault(404, 'NoSuchBucket');
    if (method === 'GET' && key === '')
      return { status: 200, body: list(url.searchParams), type: 'application/xml' };
    if (method === 'PUT') {
      if (Number(request.headers['content-length']) !== bytes.length)
        return fault(411, 'MissingContentLength');
      objects.set(key, { bytes, type: type ?? '' });
      return { status: 200 };
    }
    const found = objects.get(key);
    if (!found) return fault(404, 'NoSuchKey');
    if (method === 'GET') return { status: 200, body: found.bytes, type: found.type };
    objects.delete(key);
    return { status: 204 };
  };

  const server = createServer(async (request, response) => {
    const { status, body, type } = await answer(request);
    response.writeHead(status, type ? { 'content-type': type } : {}).end(body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    settings: { url: `http://127.0.0.1:${port}/foto`, accessKey: access, secretKey: secret, region },
    objects,
    seen,
    fail: (status: number | undefined) => {
      failing = status;
    },
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
};

import { randomBytes } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { encryptedStream, type MediaType } from '@whiskeysockets/baileys';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchMost } from './can.ts';
import { fetchFile } from './fetch-file.ts';
import { mediaIdOf, type Sealing } from './media-reference.ts';

const open = randomBytes(70_001);
const lying = new Map<string, Uint8Array | number>();
let server: Server;
let host: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const found = lying.get(request.url ?? '') ?? 404;
    if (typeof found !== 'number') response.end(found);
    else response.writeHead(found, { location: '/lubang' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** Lays a file on the server as the real client seals it, and gives its id. */
const laid = async (path: string, as: Sealing, type: MediaType): Promise<string> => {
  const { encFilePath, mediaKey } = await encryptedStream(open, type);
  lying.set(path, new Uint8Array(await readFile(encFilePath)));
  await rm(encFilePath);
  return mediaIdOf({ directPath: path, mediaKey }, as) ?? '';
};

describe('a file that somebody sent', () => {
  test.each<[Sealing, MediaType]>([
    ['Image', 'image'],
    ['Video', 'video'],
    ['Audio', 'ptt'],
    ['Document', 'document'],
  ])('as %s is fetched and opened as the client sealed it', async (as, type) => {
    const id = await laid(`/${type}?oe=1`, as, type);
    expect(await fetchFile(host)(id)).toEqual({ ok: true, bytes: new Uint8Array(open) });
  });

  test('that was altered, or is of another kind, does not open', async () => {
    const id = await laid('/lubang', 'Image', 'image');
    const whole = lying.get('/lubang') as Uint8Array;
    lying.set('/lubang', whole.with(100, (whole[100] ?? 0) ^ 1));
    expect(await fetchFile(host)(id)).toEqual({ ok: false, again: false, detail: 'does not open' });
    const other = await laid('/lubang', 'Video', 'image');
    expect(await fetchFile(host)(other)).toMatchObject({ ok: false, again: false });
    lying.set('/lubang', new Uint8Array(4));
    expect(await fetchFile(host)(other)).toMatchObject({ ok: false, again: false });
  });

  test.each([
    [404, false],
    [410, false],
    [302, true],
    [429, true],
    [503, true],
  ])('answered with %s: worth another try is %s', async (status, again) => {
    const id = await laid('/x', 'Image', 'image');
    lying.set('/x', status);
    expect(await fetchFile(host)(id)).toEqual({ ok: false, again, detail: `download ${status}` });
  });

  test('over 20 MB is not taken', async () => {
    const id = await laid('/x', 'Image', 'image');
    lying.set('/x', new Uint8Array(fetchMost + 33));
    expect(await fetchFile(host)(id)).toEqual({ ok: false, again: false, detail: 'too large' });
  });

  test('is never sought elsewhere', async () => {
    const away = Buffer.from(
      JSON.stringify({ path: `@127.0.0.1:1/x`, key: open.toString('base64'), as: 'Image' }),
    ).toString('base64url');
    for (const id of [away, 'x', '', 'bukan+id'])
      expect(await fetchFile()(id)).toEqual({ ok: false, again: false, detail: 'no file of this channel' });
  });

  test('while nobody answers is worth another try', async () => {
    const id = await laid('/x', 'Image', 'image');
    expect(await fetchFile('http://127.0.0.1:1')(id)).toMatchObject({ ok: false, again: true });
  });
});

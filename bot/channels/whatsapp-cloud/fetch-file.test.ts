import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { samplePhoto } from '../emulator/sample-photo.ts';
import { createGraphEmulator, type Phone, serveEmulator } from './emulator/index.ts';
import { fetchFile } from './fetch-file.ts';
import { oddServer } from './testing/odd-server.ts';

const number = {
  phoneNumberId: '105400120030040',
  displayNumber: '628120000900',
  token: 'EAAcontoh',
  appSecret: 'rahasia',
  verifyToken: 'cocok',
};
const emulator = createGraphEmulator({ numbers: [number] });
let server: Awaited<ReturnType<typeof serveEmulator>>;
let sri: Phone;

beforeAll(async () => {
  server = await serveEmulator(emulator);
  sri = emulator.phone({ waId: '628120000701', name: 'Sri' });
});
afterAll(async () => {
  emulator.close();
  await server.close();
});
beforeEach(() => emulator.faults.clear());

const get = (file: string, apiRoot = server.url, token = number.token) => fetchFile({ token, apiRoot })(file);
const photo = samplePhoto(1);
const sent = (options: { size?: number } = {}): string => {
  const id = sri.sendPhoto(photo, options);
  return sri.messages().find((one) => one.id === id)?.photo?.mediaId ?? '';
};

describe('a file that a person sent', () => {
  test('is fetched by its id, whole', async () => {
    const fetched = await get(sent());
    expect(fetched).toMatchObject({ ok: true });
    expect(Buffer.compare(fetched.ok ? fetched.bytes : new Uint8Array(), photo)).toBe(0);
  });

  test('that is said to be over 20 MiB is not fetched', async () => {
    expect(await get(sent({ size: 20 * 1024 * 1024 + 1 }))).toEqual({
      ok: false,
      again: false,
      detail: 'too large',
    });
  });

  test('that nobody knows any more is gone', async () => {
    expect(await get('999')).toMatchObject({ ok: false, again: false, detail: 'media 400' });
  });

  test('is asked for again when Meta is in trouble, or the token is being changed', async () => {
    const file = sent();
    emulator.faults.add({ kind: 'server-error', call: 'media', times: 1 });
    expect(await get(file)).toMatchObject({ ok: false, again: true });
    expect(await get(file, server.url, 'EAAlama')).toMatchObject({
      ok: false,
      again: true,
      detail: 'media 401',
    });
    expect(await get(file, 'http://127.0.0.1:9')).toEqual({ ok: false, again: true, detail: 'network' });
    expect(await get(file)).toMatchObject({ ok: true });
  });

  test.each(['', '../me', '1/messages', '1?x=y', 'a'.repeat(201), 'ä'])(
    'is never asked for by what cannot be an id: %j',
    async (file) => {
      expect(await get(file)).toEqual({ ok: false, again: false, detail: 'no id of a file' });
    },
  );
});

describe('a server that lies', () => {
  const bytes = Buffer.from('isi berkas');
  const digest = createHash('sha256').update(bytes);
  const [hex, base64] = [digest.copy().digest('hex'), digest.copy().digest('base64')];

  /** A server that describes a file so, and gives it so; `asked` is every path with the token it was asked with. */
  const lying = async (described: object, give: (response: ServerResponse) => void) => {
    const asked: string[] = [];
    const odd = await oddServer(({ url = '', headers }, response) => {
      asked.push(`${url} ${headers.authorization}`);
      if (url.startsWith('/file')) return give(response);
      response.end(JSON.stringify({ url: `http://${headers.host}/file`, ...described }));
    });
    const fetched = await get('1', odd.url);
    await odd.close();
    return { fetched, asked };
  };
  const plainly = (response: ServerResponse) => void response.end(bytes);

  test.each([
    ['in hexadecimal', hex],
    ['in capitals', hex.toUpperCase()],
    ['in base64', base64],
  ])('gives what it was said to be, %s', async (_, sha256) => {
    expect((await lying({ sha256 }, plainly)).fetched).toEqual({ ok: true, bytes: new Uint8Array(bytes) });
  });

  test('gives other bytes than it told', async () => {
    const { fetched } = await lying({ sha256: hex.replace(/^./, (c) => (c === '0' ? '1' : '0')) }, plainly);
    expect(fetched).toEqual({ ok: false, again: true, detail: 'not what was sent' });
  });

  test('says that a file is longer than we take', async () => {
    const { fetched } = await lying({}, (response) => {
      response.writeHead(200, { 'content-length': String(20 * 1024 * 1024 + 1) });
      response.write('x');
    });
    expect(fetched).toEqual({ ok: false, again: false, detail: 'too large' });
  });

  test('gives more than it said, without end', async () => {
    const { fetched } = await lying({ file_size: 10 }, (response) => {
      const more = () => {
        while (response.write(Buffer.alloc(1024 * 1024)) && !response.destroyed);
      };
      response.on('drain', more);
      more();
    });
    expect(fetched).toEqual({ ok: false, again: false, detail: 'too large' });
  });

  test('sends us elsewhere, where our token does not go', async () => {
    const { fetched, asked } = await lying(
      {},
      (response) => void response.writeHead(302, { location: '/file/other' }).end(),
    );
    expect(fetched).toMatchObject({ ok: false, detail: 'download 302' });
    expect(asked).toEqual(['/v23.0/1 Bearer EAAcontoh', '/file Bearer EAAcontoh']);
  });

  test.each([
    'https://example.org/file',
    'http://lookaside.fbsbx.com/file',
    'https://lookaside.fbsbx.com.example.org/file',
    'https://notfbcdn.net/file',
    'file:///etc/passwd',
    'x',
  ])('names an address of somebody else, which is never asked: %s', async (url) => {
    const { fetched, asked } = await lying({ url }, plainly);
    expect(fetched).toEqual({ ok: false, again: false, detail: 'an address of nobody known' });
    expect(asked).toHaveLength(1);
  });
});

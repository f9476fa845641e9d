import { copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { goodModule } from '../../../bot/domain/modules/testing.ts';
import { connect, type Database } from '../../../db/database.ts';
import { readModule } from '../../../db/reads/modules/teaching.ts';
import { shippedFolder } from '../../../db/seed/shipped-modules.ts';
import { type TestDatabase, testDatabase } from '../../../db/testing.ts';
import { pngPhoto } from '../../media/testing/pictures.ts';
import { testKey } from '../../testing/hall.ts';
import { pendopo } from '../index.ts';
import { runCommandLine } from '../run-command-line.ts';

let base: TestDatabase;
let database: Database;
let folder: string;
const inFolder = (name: string) => join(folder, name);

beforeAll(async () => {
  base = await testDatabase();
  database = connect(base.url);
  folder = await mkdtemp(join(tmpdir(), 'modules-'));
  const settings = {
    DATABASE_URL: base.url,
    APP_KEY: testKey.toString('base64'),
    DATA_DIR: inFolder('data'),
    MEDIA_URL: '',
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  await writeFile(inFolder('loket.png'), await pngPhoto());
  await writeFile(inFolder('menyapa.md'), goodModule);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
  await database.close();
  await base.drop();
});

const modules = async (...words: string[]) => {
  const printed = { out: '', err: '' };
  const to = (name: 'out' | 'err') => ({
    write: (text: string | Uint8Array) => {
      printed[name] += String(text);
    },
  });
  const code = await runCommandLine(pendopo, ['modules', ...words], { out: to('out'), err: to('err') });
  return { code, ...printed };
};
const inStore = () => readdir(inFolder('data/media/clean'));
const rows = () => base.sql`select code, xmin::text from learning_module order by code`;

test('an operator sees that there are no modules yet, and takes the shipped ones', async () => {
  expect((await modules('list')).out).toContain('no modules yet');
  const { code, out, err } = await modules('add');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('Menjawab warga dengan baik: modul baru.\n');
  expect(out).toContain('Kasus mingguan: 12, diubah atau baru 12.\n');
  expect(await rows()).toHaveLength(5);
  expect(await inStore()).toHaveLength(5);
});

test('taking them twice changes nothing, and brings a lost picture back', async () => {
  const before = await rows();
  const [lost = ''] = await inStore();
  await rm(inFolder(`data/media/clean/${lost}`));
  const { out } = await modules('add', '--json');
  const { modules: all, cases } = JSON.parse(out);
  expect(new Set(all.map(({ is }: { is: string }) => is))).toEqual(new Set(['unchanged']));
  expect(cases).toEqual({ given: 12, changed: 0 });
  expect(await rows()).toEqual(before);
  expect(await inStore()).toContain(lost);
});

test('one fault in one of several files is named as the check names it, and nothing is taken', async () => {
  await writeFile(
    inFolder('buruk.txt'),
    goodModule.replace('kode: menyapa', 'kode: buruk').replace('[x]', '[ ]'),
  );
  const before = await rows();
  const files = [inFolder('menyapa.md'), inFolder('buruk.txt')];
  const added = await modules('add', ...files);
  expect(added).toEqual(await modules('check', ...files));
  expect([added.code, added.out]).toEqual([1, '']);
  expect(added.err).toContain(`${inFolder('buruk.txt')}:23 tandai satu pilihan yang benar dengan [x]\n`);
  expect(await rows()).toEqual(before);
  expect(await inStore()).toHaveLength(5);
});

test('an own module comes beside them with its picture; a changed one says that nobody loses anything', async () => {
  const file = inFolder('menyapa.md');
  expect((await modules('add', file)).out).toBe('Menyapa di loket: modul baru.\n');
  const taught = await readModule(database.sql, 'menyapa');
  const id = taught?.pictures.get('loket.png');
  expect(await inStore()).toContain(id);
  expect((await modules('list')).out).toMatch(
    /^menyapa +5 +0\.11 +0 +0 +0 +yes +893\/12\/BKPSDM\/2026 +Menyapa di loket$/m,
  );

  await writeFile(inFolder('loket.png'), await pngPhoto(400, 300));
  expect((await modules('add', file, '--locale', 'en')).out).toBe(
    "Menyapa di loket: updated. Nobody's progress is lost.\n",
  );
  const now = (await readModule(database.sql, 'menyapa'))?.pictures.get('loket.png');
  expect(now).not.toBe(id);
  expect(await inStore()).toContain(now);
  expect(await inStore()).not.toContain(id);
});

test('a picture that is no picture is a fault, whatever its name says', async () => {
  const file = inFolder('palsu.txt');
  await copyFile(fileURLToPath(new URL('berakhlak.md', shippedFolder)), inFolder('loket-1455.png'));
  await copyFile(fileURLToPath(new URL('berakhlak.md', shippedFolder)), file);
  const { code, err } = await modules('add', file);
  expect(code).toBe(1);
  expect(err).toContain('gambar loket-1455.png tidak bisa dibuka');
});

test('a withdrawn module stays withdrawn until it is restored, and the list says so', async () => {
  expect(await modules('withdraw', 'menyapa')).toMatchObject({
    code: 0,
    out: 'menyapa is taught no more. Certificates stay, and so does what people learnt.\n',
  });
  expect((await modules('withdraw', 'menyapa')).out).toContain('nothing is changed');
  expect((await modules('add', inFolder('menyapa.md'))).out).toContain('Menyapa di loket masih ditarik.');
  expect(await readModule(database.sql, 'menyapa')).toBeUndefined();
  const listed = JSON.parse((await modules('list', '--json')).out);
  expect(listed.at(-1)).toEqual({
    code: 'menyapa',
    title: 'Menyapa di loket',
    minutes: 5,
    jp: '0.11',
    decree: '893/12/BKPSDM/2026',
    begun: 0,
    passed: 0,
    certificates: 0,
    withdrawn: true,
  });
  expect((await modules('restore', 'menyapa')).out).toContain('is taught again');
  expect(await readModule(database.sql, 'menyapa')).toBeDefined();
  expect(await modules('restore', 'hilang')).toMatchObject({
    code: 1,
    err: 'There is no module hilang: "modules list" names them.\n',
  });
});

import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goodModule } from '../../../bot/domain/modules/testing.ts';
import { shippedFolder } from '../../../db/seed/shipped-modules.ts';
import { pngPhoto } from '../../media/testing/pictures.ts';
import { pendopo } from '../index.ts';
import { runCommandLine } from '../run-command-line.ts';

let folder: string;
const inFolder = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'modules-'));
  writeFileSync(inFolder('loket.png'), await pngPhoto());
  writeFileSync(inFolder('menyapa.md'), goodModule);
});
afterAll(() => rmSync(folder, { recursive: true }));

const typed = async (...words: string[]) => {
  const printed = { out: '', err: '' };
  const to = (name: 'out' | 'err') => ({
    write: (text: string | Uint8Array) => {
      printed[name] += String(text);
    },
  });
  const code = await runCommandLine(pendopo, ['modules', 'check', ...words], {
    out: to('out'),
    err: to('err'),
  });
  return { code, ...printed };
};

describe('a personnel officer who checks modules', () => {
  test('is told of the shipped ones that they are fine, without a database', async () => {
    const { code, out, err } = await typed();
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(
      'Menjawab warga dengan baik: 7 kartu, 5 soal, 1 kasus, dibaca kira-kira 7 menit.\n',
    );
    expect(out).toContain('kasus-mingguan.md: 12 kasus mingguan.\n');
    expect(out).toMatch(/Semua berkas sudah baik: 6\.\n$/);
  });

  test('reads file, line and reason of every fault of several files, and the exit code is 1', async () => {
    const [one, two] = [inFolder('satu.txt'), inFolder('dua.txt')];
    writeFileSync(one, goodModule.replace('[x]', '[ ]'));
    writeFileSync(two, goodModule.replace('kode: menyapa', 'kode: dua').replace('  Akibat: Ia ragu.\n', ''));
    const { code, out, err } = await typed(one, inFolder('menyapa.md'), two);
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe(
      [
        `${one}:23 tandai satu pilihan yang benar dengan [x]`,
        `${two}:38 belum ada Akibat: atau isinya`,
        'Yang perlu diperbaiki: 2.',
        '',
      ].join('\n'),
    );
  });

  test('has all twelve faults of a bad module named at once', async () => {
    const bad = fileURLToPath(
      new URL('../../../bot/domain/modules/fixtures/twelve-faults.md', import.meta.url),
    );
    const { code, err } = await typed(bad);
    const lines = [...err.matchAll(/twelve-faults\.md:(\d+) ./g)].map(([, line]) => Number(line));
    expect(code).toBe(1);
    expect(lines).toEqual([4, 5, 6, 7, 8, 14, 20, 24, 26, 34, 56, 59]);
  });

  test('is told which file has the same code', async () => {
    const again = inFolder('lagi.txt');
    writeFileSync(again, goodModule);
    expect((await typed(inFolder('menyapa.md'), again)).err).toContain(
      `${again}:2 kode ini juga dipakai berkas ${inFolder('menyapa.md')}`,
    );
  });

  test('is told which picture cannot be opened, by its line', async () => {
    const two = inFolder('gambar.txt');
    writeFileSync(inFolder('rusak.png'), (await pngPhoto()).subarray(0, 90));
    writeFileSync(
      two,
      goodModule.replace('kode: menyapa', 'kode: dua').replace('(loket.png)', '(rusak.png)'),
    );
    expect((await typed(two)).err).toBe(
      `${two}:21 gambar rusak.png tidak bisa dibuka; simpan lagi sebagai PNG atau JPG biasa, tidak bergerak\nYang perlu diperbaiki: 1.\n`,
    );
  });

  test('is told which weekly case is in another file as well', async () => {
    const cases = inFolder('kasus.txt');
    const shipped = fileURLToPath(new URL('kasus-mingguan.md', shippedFolder));
    copyFileSync(shipped, cases);
    const { err } = await typed(shipped, cases);
    expect(err).toContain(`${cases}:5 kasus ini juga ada di berkas ${shipped}\n`);
    expect(err).toContain('Yang perlu diperbaiki: 12.');
  });

  test('is told of letters that are not UTF-8', async () => {
    const old = inFolder('lama.txt');
    writeFileSync(old, Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xe9]));
    expect((await typed(old)).err).toContain(`${old}:1 huruf di berkas ini bukan UTF-8`);
  });

  test('checks a whole folder, and another language speaks of it', async () => {
    const { code, out } = await typed(folder, '--locale', 'en');
    expect(code).toBe(0);
    expect(out).toContain('Menyapa di loket: 1 cards, 1 questions, 1 cases, about 1 minutes to read.');
  });

  test('--json gives line, code and reason', async () => {
    const bad = inFolder('buruk.txt');
    writeFileSync(bad, goodModule.replace('lulus: 80\n', ''));
    const { code, err } = await typed(bad, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(err)).toEqual({
      files: [bad],
      faults: [{ file: bad, line: 12, code: 'missing', reason: 'keterangan lulus harus diisi' }],
    });
    expect(JSON.parse((await typed(inFolder('menyapa.md'), '--json')).out)).toEqual({
      files: [inFolder('menyapa.md')],
      faults: [],
    });
  });

  test('a file that is not there is said to be', async () => {
    const { code, err } = await typed(inFolder('hilang.md'));
    expect([code, err]).toEqual([
      1,
      `${inFolder('hilang.md')}: Berkas itu tidak ada atau tidak bisa dibuka.\n`,
    ]);
  });
});

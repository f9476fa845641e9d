import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Cycle } from '../../../bot/domain/award/cycle.ts';
import { addCalendarDays, localDate } from '../../../bot/domain/local-date.ts';
import { castBallots, hireIn, nominee } from '../../../db/award/testing.ts';
import { createAwardJob } from '../../award-job.ts';
import { untilPhase } from '../../testing/award.ts';
import { openTestHall, type TestHall, testKey } from '../../testing/hall.ts';
import { openOffice } from '../../testing/staff.ts';
import { pendopo } from '../index.ts';
import { runCommandLine } from '../run-command-line.ts';
import { type Workplace, workplace } from '../testing/run-program.ts';

let house: TestHall;
let place: Workplace;
let alone: Workplace;
let cycle: Cycle;
let shares: string[];
let receipts: string[];
const keepers = ['K1', 'K2', 'K3'];

beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
  const settings = { DATABASE_URL: house.databaseUrl, APP_KEY: testKey.toString('base64'), DEMO: '1' };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  place = await workplace(settings);
  alone = await workplace({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
  const hire = hireIn(house.hall.database);
  for (const nip of keepers) await hire(nip, `Panitia ${nip}`, '{committee}');
  for (let n = 0; n < 7; n += 1) await hire(`V${n}`, `Pemilih ${n}`, '{supervisor}');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await Promise.all([place.leave(), alone.leave()]);
  await house.close();
});

/** What somebody types, in this process, for starting one for each takes long; files by their name in one folder. */
const typed = async (words: string) => {
  const printed = { out: '', err: '' };
  const to = (name: 'out' | 'err') => ({
    write: (text: string | Uint8Array) => {
      printed[name] += String(text);
    },
  });
  const inFolder = words.replace(/\b[\w-]+\.(json|txt)\b/g, (name) => join(place.folder, name));
  const code = await runCommandLine(pendopo, inFolder.split(' '), { out: to('out'), err: to('err') });
  return { code, ...printed };
};
const award = (words: string) => typed(`award ${words}`);
const kept = (name: string, text: string) => writeFile(join(place.folder, name), text);

test('an operator plans a cycle and edits it; what is wrong with the file is told by its path', async () => {
  const first = addCalendarDays(localDate(house.hall.clock.now(), 'Asia/Jakarta'), 1);
  expect(await award(`plan --first ${first} --code ASN-X --out aturan.json`)).toMatchObject({ code: 0 });
  cycle = JSON.parse(await readFile(join(place.folder, 'aturan.json'), 'utf8'));
  expect(await award(`plan --first ${first} --out aturan.json`)).toMatchObject({ code: 1 });
  const wrong = { ...cycle, title: 7, hadiah: 1, vote: { ...cycle.vote, quorumPercent: 'banyak' } };
  await kept('salah.json', JSON.stringify(wrong));
  const refused = await award(`open ASN-X --rules salah.json --keepers ${keepers.join()}`);
  expect(refused.code).toBe(1);
  expect(refused.err).toBe(
    'hadiah is not known.\ntitle is no text.\nvote.quorumPercent is no whole number.\n',
  );
  const weights = { ...cycle.score.weights, kinerja: 36 };
  await kept('bobot.json', JSON.stringify({ ...cycle, score: { ...cycle.score, weights } }));
  expect((await award(`open ASN-X --rules bobot.json --keepers ${keepers.join()}`)).err).toBe(
    'score.weights add up to 101, not to 100.\n',
  );
});

test('opening shows three shares once, and a second cycle is refused', async () => {
  expect((await award('open ASN-X --rules aturan.json --keepers K1,K2,V1')).err).toContain('V1');
  const opened = await award(`open ASN-X --rules aturan.json --keepers ${keepers.join()}`);
  expect(opened).toMatchObject({ code: 0, err: '' });
  shares = opened.out.match(/\b[123]-[0-9a-f]{64}\b/g) ?? [];
  expect(shares).toHaveLength(3);
  expect(opened.out).toMatch(/Panitia K1 \(K1\)\n {2}1-[0-9a-f]{64}\n/);
  expect(opened.out).toContain('Any two of the three');
  const again = await award(`open ASN-X --rules aturan.json --keepers ${keepers.join()}`);
  expect(again).toMatchObject({ code: 1, out: '' });
});

test('nothing is closed or counted before its time', async () => {
  expect((await award('close ASN-X')).err).toMatch(/^The vote is open until the end of 20\d\d-/);
  expect((await typed('export award')).err).toContain('No award is counted yet');
  expect((await award('close ASN-Y')).err).toBe('There is no cycle ASN-Y.\n');
});

test('after the vote it is closed; closing it again says so', async () => {
  const { hall } = house;
  const { database } = hall;
  for (const name of ['Ayu', 'Bima'])
    await nominee({ database, city: hall.city(), hire: hireIn(database) }, 'ASN-X', 'pelaksana', name);
  await database.sql`update personnel_record set year = ${cycle.year} - (2027 - year)`;
  await database.sql`update certificate set date = make_date(${cycle.year}, 2, 1)`;
  await untilPhase(hall, { cycle }, 'pemungutan_suara');
  await createAwardJob(hall)();
  const voters = await database.sql<
    { id: number }[]
  >`select employee_id::int as id from award_roll order by nip`;
  const roll = voters.map(({ id }) => id);
  receipts = await castBallots(
    { database, roll, zone: 'Asia/Jakarta' },
    cycle,
    'pelaksana',
    [0, 0, 1, 2, 0, 1],
  );
  expect((await award('roll ASN-X --remove V0 --minutes Rapat')).err).toContain('has voted already');
  expect(await award('roll ASN-X --remove V6 --minutes Rapat')).toMatchObject({ code: 0 });
  expect((await award('extend ASN-X --minutes Rapat')).err).toContain('has its quorum');
  await untilPhase(hall, { cycle }, 'rekap');
  const closed = await award('close ASN-X --json');
  expect(JSON.parse(closed.out)).toMatchObject({
    closed: true,
    changed: true,
    below_quorum: [],
    swept: true,
  });
  expect((await award('close ASN-X')).out).toBe('The vote of ASN-X was closed before; nothing is changed.\n');
});

test('one share, a mistyped one, a wrong one and one twice are told; two right ones count it', async () => {
  const [one = '', two = '', three = ''] = shares;
  const wrong = `${two.slice(0, 2)}00${two.slice(4)}`;
  const tally = (...lines: string[]) => place.run('pendopo', 'award tally ASN-X', `${lines.join('\n')}\n`);
  expect((await tally(one)).err).toBe('Two shares are needed, a line each; there is one.\n');
  expect((await tally(one, 'entah')).err).toMatch(/^The second is no share/);
  expect((await tally(one, wrong)).err).toMatch(/^Share 2 is not of this cycle/);
  const counted = await tally(three, one);
  expect(counted).toMatchObject({ code: 0, err: '' });
  expect(counted.out).toMatch(/pelaksana\n {5}3 {2}.*\n {5}2 {2}.*\n {5}1 {2}blank\n/);
  for (const share of shares) expect(counted.out).not.toContain(share.slice(2));
  expect(await tally(one, two)).toMatchObject({
    code: 0,
    out: expect.stringContaining('was counted before'),
  });
});

test('anybody recounts the exported bulletin without a database, and hears what is wrong with a changed one', async () => {
  await typed('export award --out berita.json');
  const text = await readFile(join(place.folder, 'berita.json'), 'utf8');
  const bulletin = JSON.parse(text);
  expect(Object.keys(bulletin)).toEqual(
    'cycle rules_hash roll_hash categories public_key receipts ballots sums shares totals ties'.split(' '),
  );
  await kept('bukti.txt', receipts.join('\n'));
  const check = (words: string) => award(`check ${words}`);
  const elsewhere = await alone.run('pendopo', `award check ${join(place.folder, 'berita.json')}`);
  expect(elsewhere).toMatchObject({ code: 0, err: '' });
  await award('roll ASN-X --out daftar.json');
  const fine = await check('berita.json --rules aturan.json --roll daftar.json --receipts bukti.txt');
  expect(fine).toMatchObject({ code: 0, err: '' });
  expect(fine.out).toMatch(/^ASN-X: 6 ballots counted again, and everything adds up\./);
  bulletin.totals[0].votes = [2, 3, 1];
  await kept('palsu.json', JSON.stringify(bulletin));
  const found = await check('palsu.json');
  expect(found).toMatchObject({ code: 1, out: '' });
  expect(found.err).toMatch(/pelaksana, entry 1 \(.*\): the bulletin says 2, the shares open 3\./);
  await kept('lain.json', JSON.stringify({ ...cycle, title: 'Lain' }));
  expect((await check('berita.json --rules lain.json')).err).toContain('The hash of the rules is not that');
  const roll = JSON.parse(await readFile(join(place.folder, 'daftar.json'), 'utf8'));
  roll.voters[3].office = 'setda';
  await kept('daftar-lain.json', JSON.stringify(roll));
  expect((await check('berita.json --roll daftar-lain.json')).err).toContain(
    'The hash of the roll is not that',
  );
  await kept('asing.txt', '7K4P-Q2ZX-M09AB');
  expect((await check('berita.json --receipts asing.txt')).err).toMatch(/not listed|is none/);
  expect(JSON.parse((await check('palsu.json --json')).err)).toMatchObject({ ok: false });
});

test('the committee breaks a tie by minutes', async () => {
  const said = 'tie ASN-X pelaksana --minutes Rapat --order';
  const kept = await award(`${said} C-pelaksana-Bima,C-pelaksana-Ayu`);
  expect(kept).toMatchObject({ code: 0, out: expect.stringMatching(/^Kept for pelaksana: Bima.*; Ayu/) });
  expect((await award(`${said} V0,V1`)).err).toBe('V0 is no candidate of pelaksana.\n');
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { QuestionOrder } from '../../bot/domain/skm/question-order.ts';
import { connect, type Database } from '../database.ts';
import { commentPlace } from '../keep-comments.ts';
import { talliesBetween } from '../reads/skm-tallies.ts';
import { createSeal } from '../sealed.ts';
import { type TestDatabase, testDatabase } from '../testing.ts';
import { type ImportName, importSheet } from './index.ts';

let base: TestDatabase;
let database: Database;
const seal = createSeal(Buffer.alloc(32, 7));
const now = new Date('2026-11-20T10:00:00+07:00');

beforeAll(async () => {
  base = await testDatabase();
  database = connect(base.url);
});
afterAll(async () => {
  await database.close();
  await base.drop();
});

const run = (
  kind: ImportName,
  text: string,
  { apply = true, order }: { apply?: boolean; order?: QuestionOrder } = {},
) =>
  importSheet(database, seal, {
    kind,
    sheet: text.split('\n').map((row) => row.split('\t')),
    apply,
    order,
    now,
    zone: 'Asia/Jakarta',
  });
const counts = (added: number, there: number) => ({
  faults: [],
  counts: { new: added, changed: 0, unchanged: there },
});

const head = 'unit_code\tservice_code\tdate\tsex\tage\twaktu\tsarana\tcomment\tform';
const form = (waktu: number | string, { date = '2026-11-03', comment = '', number = '' } = {}) =>
  `dukcapil\tktp\t${date}\tP\t34\t${waktu}\t4\t${comment}\t${number}`;
const file = (...forms: string[]) => [head, ...forms].join('\n');
const answers = () =>
  base.sql`select xmin::text, counted_on::text, shown_on::text, source, waktu, sarana, biaya, sex, age from skm_answer order by waktu, id`;
const everything = async () => ({
  answers: await answers(),
  comments: await base.sql`select xmin::text, * from skm_comment`,
  papers: await base.sql`select xmin::text, hash from skm_paper order by hash`,
  tallies: await base.sql`select xmin::text, * from skm_tally`,
});

beforeEach(async () => {
  await base.sql`truncate skm_answer, skm_tally, skm_comment, skm_paper, service, unit cascade`;
  await run('units', 'code\tname\ndukcapil\tDisdukcapil\ndinkes\tDinas Kesehatan');
  await run('services', 'code\tunit_code\tname\nktp\tdukcapil\tKTP-el baru');
});

describe('paper forms', () => {
  test('are counted on their own day, with their blanks, and not shown before five', async () => {
    expect(await run('skm', file(form(1), form(2), form(3), form('')))).toMatchObject(counts(4, 0));
    expect(await answers()).toMatchObject(
      [1, 2, 3, null].map((waktu) => ({
        counted_on: '2026-11-03',
        shown_on: null,
        source: 'paper',
        waktu,
        sarana: 4,
        biaya: null,
        sex: 'P',
        age: '30-39',
      })),
    );
    expect(await run('skm', file(form(4)))).toMatchObject(counts(1, 0));
    const shown = await talliesBetween(database.sql, {
      by: 'shown',
      from: '2026-11-01',
      until: '2026-11-30',
    });
    expect(shown).toMatchObject([
      {
        unit: 'dukcapil',
        service: 'ktp',
        tally: { respondents: 5, elements: { waktu: { sum: 10, count: 4 } } },
      },
    ]);
  });

  test('of two months are two groups', async () => {
    const five = [1, 2, 3, 4, 4].map((waktu) => form(waktu));
    await run('skm', file(...five, form(2, { date: '2026-10-30' })));
    expect((await answers()).filter(({ shown_on: on }) => on === null)).toMatchObject([
      { counted_on: '2026-10-30' },
    ]);
  });

  test('are tried without a trace', async () => {
    const before = await everything();
    expect(await run('skm', file(form(1), form(2)), { apply: false })).toMatchObject(counts(2, 0));
    expect(await everything()).toEqual(before);
  });

  test('with one fault are refused, every one of them', async () => {
    const before = await everything();
    const found = await run('skm', file(form(1), form(5), form(2, { date: '2026-11-21' })));
    expect(found.faults.map(({ row, column, value }) => [row, column, value])).toEqual([
      [3, 'waktu', '5'],
      [4, 'date', '2026-11-21'],
    ]);
    expect(found.counts).toEqual({ new: 0, changed: 0, unchanged: 0 });
    expect(await everything()).toEqual(before);
  });

  test('with numbered columns and no order are refused', async () => {
    const text = `unit_code\tdate\t${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `u${n}`).join('\t')}\ndukcapil\t2026-11-03\t1\t1\t1\t1\t1\t1\t1\t2\t4`;
    expect((await run('skm', text)).faults).toMatchObject([
      { row: 1, column: null, reason: { key: 'import.fault.order-missing' } },
    ]);
    expect(await run('skm', text, { order: 'questionnaire' })).toMatchObject(counts(1, 0));
    expect(await base.sql`select service_code, sarana, pengaduan from skm_answer`).toEqual([
      { service_code: null, sarana: 2, pengaduan: 4 },
    ]);
  });
});

describe('a file that comes again', () => {
  test('changes nothing, whatever the order of its rows', async () => {
    const forms = [form(1, { comment: 'Antre lama' }), form(2), form(2), form(3), form(4)];
    expect(await run('skm', file(...forms))).toMatchObject(counts(5, 0));
    const before = await everything();
    expect(await run('skm', file(...forms))).toMatchObject(counts(0, 5));
    expect(await run('skm', file(...forms.toReversed()))).toMatchObject(counts(0, 5));
    expect(await everything()).toEqual(before);
  });

  test('and has grown brings what is new', async () => {
    await run('skm', file(form(2), form(2)));
    expect(await run('skm', file(form(2), form(2), form(2), form(3)))).toMatchObject(counts(2, 2));
    expect(await answers()).toHaveLength(4);
  });

  test('has its forms told apart by the number on the paper', async () => {
    await run('skm', file(form(2, { number: '1' })));
    expect(await run('skm', file(form(2, { number: '2' })))).toMatchObject(counts(1, 0));
  });

  test('twice at once counts once', async () => {
    const text = file(form(1), form(2), form(3));
    const both = await Promise.all([run('skm', text), run('skm', text)]);
    expect(both.map(({ counts: { new: added } }) => added).sort()).toEqual([0, 3]);
    expect(await answers()).toHaveLength(3);
  });
});

test('what somebody wrote is kept sealed, apart from the answers, without names and numbers of people', async () => {
  await run('skm', file(form(3, { comment: 'Bu Sri ramah. Hubungi saya di 0812-3456-7890 ya' }), form(4)));
  const kept = await base.sql`select id, unit_code, service_code, week::text, sealed, told from skm_comment`;
  expect(kept).toMatchObject([
    { unit_code: 'dukcapil', service_code: 'ktp', week: '2026-11-16', told: false },
  ]);
  const [{ id, sealed } = { id: '', sealed: Buffer.alloc(0) }] = kept;
  expect(Buffer.from(sealed).includes('Hubungi')).toBe(false);
  expect(seal.open('survey', commentPlace(id), sealed)).toBe('Bu […] ramah. Hubungi saya di […] ya');
});

import { defineCommand } from 'citty';
import { describe, expect, test } from 'vitest';
import { jobNames } from '../../bot/jobs/index.ts';
import { pendopo } from './index.ts';
import { file } from './outcome.ts';
import { runCommandLine } from './run-command-line.ts';

const typed = async (words: string) => {
  const printed = { out: '', err: '' };
  const to = (name: 'out' | 'err') => ({
    write: (text: string | Uint8Array) => {
      printed[name] += String(text);
    },
  });
  const code = await runCommandLine(pendopo, words.split(' ').filter(Boolean), {
    out: to('out'),
    err: to('err'),
  });
  return { code, ...printed };
};

describe('an operator who types', () => {
  test.each(['--help', '-h', '--json --help'])('%s sees every command', async (words) => {
    const { code, out, err } = await typed(words);
    expect([code, err]).toEqual([0, '']);
    const listed = [...out.matchAll(/^ +([a-z-]+) {2,}\S/gm)].map(([, name]) => name);
    expect(listed).toEqual([
      'migrate',
      'seed',
      'import',
      'export',
      'activate',
      'group-code',
      'office',
      'offices',
      'setting',
      'modules',
      'job',
      'jobs',
      'attendance',
      'award',
      'outbox',
      'audit',
      'backup',
      'restore',
      'forget-again',
      'telegram',
      'whatsapp',
    ]);
  });

  test('--help after a command sees its words, also those of a group', async () => {
    expect((await typed('outbox --help')).out).toMatch(/list.*\n +retry/);
    expect((await typed('outbox retry --help')).out).toContain(
      'npm run pendopo -- outbox retry [OPTIONS] <ID>',
    );
    const seed = await typed('seed --city lebong --help');
    expect(seed).toMatchObject({ code: 0, err: '' });
    expect(seed.out).toContain('--city=<salatiga|sawahlunto|pematangsiantar|lebong>');
  });

  test.each([
    ['', 'A command is missing.'],
    ['nothing', 'There is no command nothing.'],
    ['constructor', 'There is no command constructor.'],
    ['nothing --help', 'There is no command nothing.'],
    ['outbox nothing', 'There is no command nothing.'],
    ['telegram', 'A command is missing.'],
    ['award', 'A command is missing.'],
    ['award plan --first soon', '--first soon is no day'],
    ['award roll ASN-2027 --minutes rapat', 'either --add NIP or --remove NIP'],
    ['award tie ASN-2027 juara --order 1,2 --minutes rapat', 'There is no category juara'],
    ['whatsapp', 'A command is missing.'],
    ['modules', 'A command is missing.'],
    ['modules withdraw', 'CODE'],
    ['modules list all', 'Too much: all.'],
    ['modules add --locale fr', '(fr)'],
    ['jobs --fast', 'Unknown option --fast.'],
    ['jobs --no-color', 'Unknown option --color.'],
    ['jobs -x', 'Unknown option --x.'],
    ['migrate twice', 'Too much: twice.'],
    ['seed', 'Missing option --city.'],
    ['seed --city', 'Invalid value'],
    ['seed --city jakarta', '(jakarta)'],
    ['job', 'NAME'],
    ['job nothing', 'There is no job nothing'],
    ['job forget --at', 'is no instant'],
    ['job forget --at soon', '--at soon is no instant'],
    ['outbox retry', 'ID'],
    ['audit --holds abc', 'A root is 64 hexadecimal digits.'],
    ['export nothing', 'There is no export nothing'],
    ['export constructor', 'There is no export constructor'],
    ['export skm --format docx', 'not docx'],
    ['export skm --format toString', 'not toString'],
    ['export skm --period 2026-13', '2026-13 is no period'],
    ['export skm --period 2026-02-30..2026-03-01', 'in no calendar'],
    ['export skm --period 2026-03-02..2026-03-01', 'ends before it begins'],
    ['office', 'TURN'],
    ['office on', 'CODE'],
    ['office maybe dinas_lh', 'not maybe.'],
    ['import skm forms.csv --order urut', 'nine elements with commas, not urut.'],
    ['import skm forms.csv --order waktu,biaya', 'nine elements with commas'],
    ['import services services.csv --order list', '--order is for import skm only.'],
    ['setting skm.colour', 'There is no setting skm.colour: "npm run pendopo -- setting" lists them.'],
    ['setting skm.low 70 80', 'Too much: 80.'],
    ['outbox retry five', 'five is not the number of a letter.'],
    ['outbox retry -5', ''],
  ])('"%s" reads what was wrong, and the usage', async (words, reason) => {
    const { code, out, err } = await typed(words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(reason);
    expect(err).toContain('USAGE');
  });

  test('whatsapp templates reads what to submit, exactly, and --json as Meta takes it', async () => {
    const { code, out, err } = await typed('whatsapp templates');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('kabar_laporan (id), UTILITY, named parameters');
    expect(out).toMatch(
      /laporan \{\{ticket\}\}[^{}]*\n {2}\{\{ticket\}\}, for example SLT-7K4PQ2\n {2}quick reply: Baca kabar\n/,
    );
    const drafts = JSON.parse((await typed('whatsapp templates --json')).out);
    expect(
      drafts.map(({ name, language }: { name: string; language: string }) => `${name} ${language}`),
    ).toEqual([
      'kabar_laporan id',
      'kabar_laporan en',
      'kabar_tugas id',
      'kabar_tugas en',
      'kabar_umum id',
      'kabar_umum en',
    ]);
    expect(drafts[0]).toMatchObject({
      parameter_format: 'NAMED',
      components: [
        {
          type: 'BODY',
          example: { body_text_named_params: [{ param_name: 'ticket', example: 'SLT-7K4PQ2' }] },
        },
        { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Baca kabar' }] },
      ],
    });
  });

  test.each([
    ['a terminal', true, 1],
    ['a pipe', false, 0],
  ])('a file that nobody can read on a screen, into %s', async (_, isTTY, code) => {
    const bytes = new Uint8Array([0x50, 0x4b, 0x0a, 0x1b, 0x5b, 0x31, 0x6d, 0xff]);
    const made = defineCommand({ meta: { name: 'made' }, run: () => file(bytes, false) });
    const printed: (string | Uint8Array)[] = [];
    const reasons: (string | Uint8Array)[] = [];
    expect(
      await runCommandLine(made, [], {
        out: { write: (text) => printed.push(text), isTTY },
        err: { write: (text) => reasons.push(text) },
      }),
    ).toBe(code);
    expect(printed).toEqual(isTTY ? [] : [bytes]);
    expect(reasons.join('')).toMatch(isTTY ? /--out/ : /^$/);
  });

  test('--json anywhere gets JSON and nothing else', async () => {
    for (const words of ['jobs --json', '--json jobs']) {
      const { code, out, err } = await typed(words);
      expect([code, err]).toEqual([0, '']);
      const jobs = JSON.parse(out) as { name: string; cron: string }[];
      expect(jobs.map(({ name }) => name)).toEqual([...jobNames]);
      expect(jobs.every(({ cron }) => cron.split(' ').length >= 5)).toBe(true);
    }
  });
});

import { readFile } from 'node:fs/promises';
import type { Canonical } from '../../../bot/domain/award/canonical.ts';
import { hashOf } from '../../../bot/domain/award/rules-hash.ts';
import { readReceipt, receiptHash } from '../../../bot/domain/ballot/receipt.ts';
import { readBulletin } from '../../../bot/domain/recount/read-bulletin.ts';
import { recount } from '../../../bot/domain/recount/recount.ts';
import { operatorCommand } from '../operator-command.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { findingWords } from './finding-words.ts';

const textOf = (file: string): Promise<string | undefined> => readFile(file, 'utf8').catch(() => undefined);

/** The published hash of rules or of a roll, as anybody gets it from the file. */
const fileHash = (json: string): string | undefined => {
  try {
    return hashOf(JSON.parse(json) as Canonical);
  } catch {
    return undefined;
  }
};

/** Ballots between two words about how far the count is. */
const every = 10;

const showOn =
  (screen: NodeJS.WriteStream) =>
  (ballots: number, of: number): void => {
    if (ballots % every !== 0 && ballots !== of) return;
    screen.write(`\r${ballots} of ${of} ballots${ballots === of ? '\n' : ''}`);
  };

type Files = { rules?: string | undefined; roll?: string | undefined; receipts?: string | undefined };
type Against = { rulesHash?: string; rollHash?: string; receipts?: string[] };

/** What is held against the bulletin, from the files that were named, or what is wrong with them. */
const againstOf = async ({ rules, roll, receipts }: Files): Promise<Against | { refused: string }> => {
  const against: Against = {};
  for (const [of, file] of [['rulesHash', rules] as const, ['rollHash', roll] as const]) {
    if (file === undefined) continue;
    const hash = fileHash((await textOf(file)) ?? '');
    if (hash === undefined) return { refused: `${file} cannot be read, or is no JSON.` };
    against[of] = hash;
  }
  if (receipts !== undefined) {
    const lines = (await textOf(receipts))?.split('\n').filter((line) => line.trim() !== '');
    if (!lines) return { refused: `${receipts} cannot be read.` };
    const codes = lines.map(readReceipt);
    const wrong = codes.indexOf(undefined) + 1;
    if (wrong > 0) return { refused: `Receipt ${wrong} of ${receipts} is none, such as 7K4P-Q2ZX-M09AB.` };
    against.receipts = codes.flatMap((code) => (code === undefined ? [] : [receiptHash(code)]));
  }
  return against;
};

/** Counts a published bulletin again, without any database and without a line of the code that counted it first. */
export const checkCommand = operatorCommand(
  { name: 'check', description: 'Recount a bulletin; needs the file alone, and no database' },
  {
    bulletin: {
      type: 'positional',
      required: true,
      description: 'The bulletin, as "export award" writes it',
    },
    rules: {
      type: 'string',
      valueHint: 'FILE',
      description: 'The rules as published, whose hash is checked',
    },
    roll: {
      type: 'string',
      valueHint: 'FILE',
      description: 'The roll, as "award roll CYCLE --out FILE" writes it, whose hash is checked',
    },
    receipts: {
      type: 'string',
      valueHint: 'FILE',
      description: 'Receipt codes that voters hold, a line each: are they listed?',
    },
  },
  async ({ bulletin: file, rules, roll, receipts, json }): Promise<Outcome> => {
    const text = await textOf(file);
    if (text === undefined) return refused(`${file} cannot be read.`);
    const read = readBulletin(text);
    if ('faults' in read) {
      const { faults } = read;
      if (json) return refused(JSON.stringify({ ok: false, faults }));
      return refused(faults.map(({ path, fault }) => `${path || 'The file'}: ${fault}.`).join('\n'));
    }
    const { bulletin } = read;
    const against = await againstOf({ rules, roll, receipts });
    if ('refused' in against) return refused(against.refused);
    const progress = !json && process.stderr.isTTY ? { progress: showOn(process.stderr) } : {};
    const findings = recount(bulletin, { ...against, ...progress });
    if (findings.length > 0) {
      const said = findings.map((finding) => ({ ...finding, words: findingWords(finding, bulletin) }));
      if (json) return refused(JSON.stringify({ ok: false, findings: said }));
      return refused(['The bulletin does not add up:', ...said.map(({ words }) => `- ${words}`)].join('\n'));
    }
    const { cycle, ballots, categories, totals } = bulletin;
    const lines = totals.flatMap(({ category, votes }) => [
      '',
      category,
      ...[...(categories.find((one) => one.category === category)?.candidates ?? []), 'blank'].map(
        (name, at) => `${String(votes[at]).padStart(6)}  ${name}`,
      ),
    ]);
    return done(
      [`${cycle}: ${ballots.length} ballots counted again, and everything adds up.`, ...lines].join('\n'),
      { ok: true, cycle, ballots: ballots.length, totals, findings: [] },
    );
  },
);

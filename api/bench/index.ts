/** `npm run bench`: prints a table and writes `.bench/latest.json`. Exit code 1 when a gate failed, 2 on wrong usage. */
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { readOptions, usage, WrongUsage } from './options.ts';
import { tableOf } from './table.ts';
import { benchTurn } from './turn.ts';

const given = () => {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error;
    process.stderr.write(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
};

const { options } = given();
const tell = (line: string) => void process.stderr.write(`${line}\n`);
const turn = await benchTurn(options, { tell });
const { json, ...how } = options;
const written = JSON.stringify(
  {
    at: new Date().toISOString(),
    cores: availableParallelism(),
    node: process.versions.node,
    options: how,
    turn,
  },
  null,
  2,
);
await mkdir('.bench', { recursive: true });
await writeFile('.bench/latest.json', `${written}\n`);
process.stdout.write(json ? `${written}\n` : tableOf(turn));
process.exitCode = turn.gates.some(({ verdict }) => verdict === 'failed') ? 1 : 0;

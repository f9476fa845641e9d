/** `npm run bench`: prints a table and writes `.bench/latest.json`. Exit code 1 when a gate failed, 2 on wrong usage. */
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { benchBroadcast, usualSize as usualBroadcast } from './broadcast/index.ts';
import { broadcastTable } from './broadcast/table.ts';
import { readOptions, usage, WrongUsage } from './options.ts';
import { benchSkm, usualSize } from './skm/index.ts';
import { skmTable } from './skm/table.ts';
import { tableOf } from './table.ts';
import { benchTurn } from './turn.ts';
import { benchWhatsApp } from './whatsapp/index.ts';
import { whatsappTable } from './whatsapp/table.ts';

const given = () => {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error;
    process.stderr.write(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
};

const { wanted, options } = given();
const tell = (line: string) => void process.stderr.write(`${line}\n`);
const turn = wanted.includes('turn') ? await benchTurn(options, { tell }) : undefined;
const whatsapp = wanted.includes('whatsapp') ? await benchWhatsApp(options, { tell }) : undefined;
const skm = wanted.includes('skm') ? await benchSkm(usualSize, { tell }) : undefined;
const broadcast = wanted.includes('broadcast')
  ? await benchBroadcast(usualBroadcast, { tell, profile: options.profile })
  : undefined;
const { json, ...how } = options;
const written = JSON.stringify(
  {
    at: new Date().toISOString(),
    cores: availableParallelism(),
    node: process.versions.node,
    options: how,
    ...(turn && { turn }),
    ...(whatsapp && { whatsapp }),
    ...(skm && { skm }),
    ...(broadcast && { broadcast }),
  },
  null,
  2,
);
await mkdir('.bench', { recursive: true });
await writeFile('.bench/latest.json', `${written}\n`);
const tables = [
  ...(turn ? [tableOf(turn)] : []),
  ...(whatsapp ? [whatsappTable(whatsapp)] : []),
  ...(skm ? [skmTable(skm)] : []),
  ...(broadcast ? [broadcastTable(broadcast)] : []),
];
process.stdout.write(json ? `${written}\n` : tables.join('\n'));
const gates = [turn, whatsapp, skm, broadcast].flatMap((figures) => figures?.gates ?? []);
process.exitCode = gates.some(({ verdict }) => verdict === 'failed') ? 1 : 0;

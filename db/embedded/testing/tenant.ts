import { createInterface } from 'node:readline';
import { startEmbedded } from '../index.ts';

/**
 * A process of its own that uses the embedded database, so that tests can kill a real one:
 * `node tenant.ts DATA_DIR [own]`. Says one JSON line when it is in or refused; the line `stop` ends it.
 */
const [dataDir = '', role] = process.argv.slice(2);
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

try {
  const { url, joined, stop } = await startEmbedded({ dataDir, own: role === 'own' });
  say({ url, joined });
  for await (const line of createInterface({ input: process.stdin })) if (line === 'stop') break;
  await stop();
} catch (error) {
  say({ refused: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
}
process.exit();

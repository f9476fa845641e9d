import { rm } from 'node:fs/promises';
import { halt } from './halt.ts';
import { settle } from './place.ts';
import { gate, onlyUser } from './users.ts';

/** Ends and deletes the embedded database of a DATA_DIR for good; refuses (false) while anyone uses it. */
export async function discardEmbedded(dataDir: string): Promise<boolean> {
  const place = await settle(dataDir);
  const turn = await gate(place);
  const alone = await onlyUser(place);
  if (alone) await halt(place);
  alone?.release();
  turn.release();
  if (!alone) return false;
  await rm(place.home, { recursive: true, force: true });
  await rm(place.pointer, { force: true });
  return true;
}

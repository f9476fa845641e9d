import { sql } from 'drizzle-orm';
import type { Choice } from '../../bot/conversation/reply.ts';
import type { Database } from '../database.ts';
import { openPapers, sealPapers } from '../papers.ts';
import { prepared } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { contactById } from './contact.ts';

const p = sql.placeholder;

const write = prepared<{ id: number }>(
  sql`update talk set sealed = decode(${p('sealed')}, 'base64'), revision = revision + 1
    where contact_id = ${p('contact')} and revision = ${p('revision')} returning contact_id::int as id`,
);

/** A message of the same person may come between reading and writing. */
const tries = 5;

/**
 * Numbers mean these choices from now on, until the person says something. The revision is raised as by a message, so that
 * whoever has an older one in memory reads anew.
 */
export const offerMenu = async (
  { sql: pool }: Pick<Database, 'sql'>,
  seal: Seal,
  contact: number,
  menu: readonly Choice[],
): Promise<void> => {
  for (let attempt = 1; attempt <= tries; attempt++) {
    const [row] = await contactById(pool, { id: contact });
    if (!row) return;
    const sealed = sealPapers(seal, contact, { ...openPapers(seal, contact, row.sealed), menu });
    const revision = row.revision;
    if (!sealed || (await write(pool, { contact, revision, sealed: sealed.toString('base64') })).length > 0)
      return;
  }
};

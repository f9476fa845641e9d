import { sql } from 'drizzle-orm';
import type { ChannelName, MediaKind } from '../bot/conversation/inbound.ts';
import type { Refusal } from '../bot/media.ts';
import type { Letter } from '../bot/ports.ts';
import type { Database } from './database.ts';
import { openPapers, papersWithoutPhoto, sealPapers } from './papers.ts';
import { prepared } from './prepared.ts';
import type { Seal } from './sealed.ts';
import { contactById } from './stores/contact.ts';
import { addLetters } from './stores/letter.ts';

const p = sql.placeholder;

/** Who may decide about a photo: whoever took it up last, in the state it then had. */
export type PhotoClaim = { id: string; state: 'wanted' | 'raw'; attempts: number };

/** Nobody writes the talk between our reading and our writing; a message that read it before us finds a newer revision. */
const lockTalk = prepared(sql`select 1 from talk where contact_id = ${p('contact')} for update`);

const markRefused = prepared<{ kind: MediaKind }>(sql`update media set state = 'refused', reason = ${p('why')}
    where id = ${p('id')} and state = ${p('state')} and attempts = ${p('attempts')} returning kind`);

const writePapers = prepared(
  sql`update talk set sealed = ${p('sealed')}, revision = revision + 1 where contact_id = ${p('contact')}`,
);

const refusals = { photo: 'photo.refused', voice: 'voice.refused', video: 'video.refused' } as const;

const letterFor = (id: string, kind: MediaKind): Letter => ({
  say: { text: { key: refusals[kind] } },
  lane: 'interactive',
  dedupe: `photo-refused:${id}`,
});

/**
 * Refuses a photo: the row says why, every answer under way forgets it, and its sender is told once; all together or
 * nothing. The talk's new revision makes a copy of it in any memory stale. False when somebody else has decided.
 */
export const refuseMedia = (
  pool: Database['sql'],
  seal: Seal,
  { id, state, attempts, contact }: PhotoClaim & { contact: number },
  why: Refusal,
): Promise<boolean> =>
  pool.begin(async (tx) => {
    await lockTalk(tx, { contact });
    const [sender] = await contactById(tx, { id: contact });
    const [refused] = await markRefused(tx, { id, state, attempts, why });
    if (!sender || !refused) return false;
    const papers = openPapers(seal, contact, sender.sealed);
    const without = papersWithoutPhoto(papers, id);
    if (JSON.stringify(without) !== JSON.stringify(papers))
      await writePapers(tx, { contact, sealed: sealPapers(seal, contact, without) });
    const { channel, account } = sender;
    const address = {
      channel: channel as ChannelName,
      account,
      id: seal.open('address', `${channel}|${account}`, sender.address),
    };
    await Promise.all(addLetters(tx, seal, { id: contact, address }, [letterFor(id, refused.kind)]));
    return true;
  });

import type { Inbound } from '../../conversation/inbound.ts';
import { type Fields, fields, textOf } from '../fields.ts';
import { contentOf } from './content-of.ts';
import { isLid, personJid } from './jid.ts';
import { numberOf } from './protobuf-fields.ts';
import { unwrapped } from './unwrapped.ts';

/** The client's mark for a message it could not open, as a number or, in JSON, by its name. */
const ciphertext: readonly unknown[] = [2, 'CIPHERTEXT'];

const messagesOf = (payload: unknown): Fields[] => {
  const messages = fields(payload)?.messages;
  return Array.isArray(messages) ? messages.map(fields).filter((one) => one !== undefined) : [];
};

/** Who wrote, by the id that is theirs whatever number they use (LID) where there is one, and by what else they are known. */
const senderOf = (key: Fields): { id: string; known: string[] } | undefined => {
  const written = personJid(key.remoteJid);
  if (!written || key.fromMe === true) return undefined;
  const ids = [...new Set([written, personJid(key.remoteJidAlt)].flatMap((jid) => jid ?? []))];
  const id = ids.find(isLid) ?? written;
  return { id, known: ids.filter((one) => one !== id) };
};

/** Seconds as the server gave them; what is no time is the beginning of all of it. */
const instantOf = (seconds: unknown): Date => {
  const at = new Date((numberOf(seconds) ?? 0) * 1000);
  return Number.isNaN(at.getTime()) ? new Date(0) : at;
};

const inboundOf = (account: string, whole: Fields): Inbound[] => {
  const key = fields(whole.key) ?? {};
  const sender = senderOf(key);
  const id = textOf(key.id);
  const outer = fields(whole.message);
  if (!sender || !id || whole.category === 'peer' || ciphertext.includes(whole.messageStubType)) return [];
  const { message, context } = unwrapped(outer ?? {});
  const unseen = !outer && key.isViewOnce === true;
  const said = unseen ? { content: { kind: 'unsupported', what: 'other' } as const } : contentOf(message);
  if (!said) return [];
  const part = 'part' in said ? said.part : undefined;
  const replyTo = textOf(fields(part?.contextInfo)?.stanzaId);
  const album = textOf(fields(fields(context?.messageAssociation)?.parentMessageKey)?.id);
  const { known } = sender;
  return [
    {
      id: `${sender.id}/${id}`,
      from: { channel: 'whatsapp-linked', account, id: sender.id },
      at: instantOf(whole.messageTimestamp),
      content: said.content,
      ...(replyTo && { replyTo }),
      ...(album && { album }),
      ...(known.length > 0 && { known }),
    },
  ];
};

/**
 * What an event `messages.upsert` of the client says to us, whether it came at once (`notify`) or was kept for us while we
 * were away (`append`). Our own words, groups, broadcasts, edits and reactions are nothing; how old a message may be is
 * judged where there is a clock.
 */
export const parse =
  (account: string) =>
  (payload: unknown): Inbound[] =>
    messagesOf(payload).flatMap((one) => inboundOf(account, one));

/** How many of an event's messages the client could not open: they are lost to us unless the sender's phone sends them again. */
export const undecryptable = (payload: unknown): number =>
  messagesOf(payload).filter(
    ({ key, messageStubType }) => ciphertext.includes(messageStubType) && senderOf(fields(key) ?? {}),
  ).length;

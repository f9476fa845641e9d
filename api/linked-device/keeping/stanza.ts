import type { BinaryNode } from '@whiskeysockets/baileys';
import { personJid } from '../../../bot/channels/whatsapp-linked/jid.ts';
import type { Library } from '../library.ts';
import { openedName } from './opened-once.ts';

/** A message of a person as it comes over the line. `opened`: the names under which it will lie opened. */
export type Stanza = { from: string; id: string; opened: readonly string[]; node: BinaryNode };

/** What the client drops without a word to us. */
const dropped = 'msmsg';

/** A message that somebody else wrote to us alone; nothing for groups, for WhatsApp itself, and for what our own phone says (`own`: our jids). */
export const stanzaOf = (node: BinaryNode, own: readonly (string | undefined)[]): Stanza | undefined => {
  const { from: jid, id } = node.attrs;
  const from = personJid(jid);
  const parts = Array.isArray(node.content) ? node.content.filter(({ tag }) => tag === 'enc') : [];
  if (!from || !id || own.some((one) => personJid(one) === from)) return undefined;
  if (parts.some(({ attrs }) => attrs.type === dropped)) return undefined;
  const opened = parts.flatMap(({ content }) => (content instanceof Uint8Array ? openedName(content) : []));
  return { from, id, opened, node };
};

/** A message as it is written down. */
export const written = ({ BufferJSON }: Pick<Library, 'BufferJSON'>, node: BinaryNode): string =>
  JSON.stringify(node, BufferJSON.replacer);

/** What `written` made of a message. */
export const readAgain = ({ BufferJSON }: Pick<Library, 'BufferJSON'>, json: string): BinaryNode =>
  JSON.parse(json, BufferJSON.reviver);

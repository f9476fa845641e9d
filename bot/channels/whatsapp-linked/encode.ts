import type { Shown, ShownPin } from '../../conversation/fit.ts';
import type { Address } from '../../conversation/inbound.ts';
import type { Media, TextFile } from '../../conversation/reply.ts';
import type { Standing } from '../channel.ts';
import { can, captionMost } from './can.ts';
import { markup, unmarked } from './markup.ts';

/** One message of the linked device, to a person's jid. `media` is our own id of a file, `file` the document itself, `letter` which of ours it is. */
export type Wire = { jid: string; letter?: string } & (
  | { kind: 'text'; text: string }
  | { kind: 'photo' | 'video'; media: string; caption?: string }
  | { kind: 'voice'; media: string }
  | { kind: 'pin'; pin: ShownPin }
  | { kind: 'document'; file: TextFile; caption?: string }
);

const between = '\n\n';

/** Texts in as few messages as hold them: every message costs the number some of its standing. */
const joined = (texts: readonly string[]): string[] => {
  const messages: string[] = [];
  for (const text of texts) {
    const last = messages.at(-1);
    if (last !== undefined && last.length + between.length + text.length <= can.textMax)
      messages[messages.length - 1] = `${last}${between}${text}`;
    else messages.push(text);
  }
  return messages;
};

const fileOf = (jid: string, { id, kind }: Media, caption?: string): Wire =>
  kind === 'voice'
    ? { jid, kind, media: id }
    : { jid, kind, media: id, ...(caption !== undefined && { caption }) };

const pinned = (jid: string, { name = '', ...point }: ShownPin): Wire => {
  const words = unmarked(name);
  return { jid, kind: 'pin', pin: { ...point, ...(words && { name: words }) } };
};

const messages = (jid: string, shown: Shown): Wire[] => {
  const { media, pin, document, note, texts } = shown;
  const words = joined([...(note ? [note] : []), ...texts].map(markup).filter((text) => text.trim() !== ''));
  const [only = ''] = words;
  const [first] = media;
  const caption = words.length === 1 && only.length <= captionMost ? only : undefined;
  const files: Wire[] = [...media.map((one) => fileOf(jid, one)), ...(pin ? [pinned(jid, pin)] : [])];
  if (document) {
    const paper: Wire = { jid, kind: 'document', file: document };
    if (caption !== undefined) return [...files, { ...paper, caption }];
    return [...files, paper, ...words.map((text): Wire => ({ jid, kind: 'text', text }))];
  }
  const bears = media.length === 1 && !pin && caption !== undefined;
  if (first && first.kind !== 'voice' && bears) return [fileOf(jid, first, only)];
  return [...files, ...words.map((text): Wire => ({ jid, kind: 'text', text }))];
};

/**
 * An answer as messages. Files and a pin stand before the words, and one picture alone, or a document, bears them. A message of a linked device is
 * not changed afterwards, so how the answer relates to the screen has no meaning here; only which letter it is.
 */
export const encode = ({ id: jid }: Address, shown: Shown, { letter }: Standing = {}): Wire[] =>
  messages(jid, shown).map((wire) => (letter === undefined ? wire : { ...wire, letter }));

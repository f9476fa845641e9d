import {
  type BinaryNode,
  getBinaryNodeChild,
  getBinaryNodeChildBuffer,
  S_WHATSAPP_NET,
} from '@whiskeysockets/baileys';

/** The server as the sender of what comes from no person. */
export const server = S_WHATSAPP_NET;

/** A node of WhatsApp's binary XML. */
export const node = (
  tag: string,
  attrs: { readonly [name: string]: string | undefined } = {},
  content?: BinaryNode['content'],
): BinaryNode => ({
  tag,
  attrs: Object.fromEntries(
    Object.entries(attrs).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ),
  ...(content !== undefined && { content }),
});

export const childrenOf = ({ content }: BinaryNode): BinaryNode[] => (Array.isArray(content) ? content : []);

/** The node at the end of a path of tags. */
export const inside = (from: BinaryNode, ...tags: string[]): BinaryNode | undefined =>
  tags.reduce<BinaryNode | undefined>((at, tag) => at && getBinaryNodeChild(at, tag), from);

/** The bytes of a child. Throws when they are missing, for the client always sends them. */
export const bytesIn = (from: BinaryNode | undefined, tag: string): Buffer => {
  const bytes = getBinaryNodeChildBuffer(from, tag);
  if (!bytes) throw new Error(`the client sent no ${tag}`);
  return Buffer.from(bytes);
};

/** The answer to a question. */
export const result = ({ attrs }: BinaryNode, content?: BinaryNode['content']): BinaryNode =>
  node('iq', { from: server, type: 'result', id: attrs.id }, content);

export type Row = { id: string; title: string; description?: string };
export type Attachment = { mediaId?: string; link?: string; name?: string };

/** A message as the person reads it now. `raw` still has the marks of bold and the like; `at` is a Unix second. */
export type Shown = {
  id: string;
  from: 'bot' | 'person';
  at: number;
  text: string;
  raw: string;
  buttons: { label: string; id: string }[];
  asksLocation: boolean;
  edited: boolean;
  deleted: boolean;
  reactions: readonly string[];
  status?: MessageStatus;
  list?: { open: string; rows: Row[] };
  link?: { label: string; url: string };
  header?: string;
  footer?: string;
  template?: string;
  photo?: Attachment;
  video?: Attachment;
  voice?: Attachment;
  document?: Attachment;
  sticker?: Attachment;
  location?: { lat: number; lon: number; name?: string };
  contact?: { name: string; phone: string };
  replyTo?: string;
};

export type MessageStatus = 'sent' | 'delivered' | 'read' | 'failed';

const marks = [
  /(?<![\p{L}\p{N}])\*(?!\s)([^*\n]+?)(?<!\s)\*(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])_(?!\s)([^_\n]+?)(?<!\s)_(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])~(?!\s)([^~\n]+?)(?<!\s)~(?![\p{L}\p{N}])/gu,
];

/** Text as WhatsApp shows it: without the marks of bold, italic, struck and code. https://faq.whatsapp.com/539178204879377 */
export const asRead = (raw: string): string =>
  raw
    .split(/(```[\s\S]+?```|`[^`\n]+`)/)
    .map((part, index) =>
      index % 2 === 1
        ? part.replace(/^`+|`+$/g, '')
        : marks.reduce((text, mark) => text.replace(mark, '$1'), part),
    )
    .join('');

export const blankMessage = (id: string, from: Shown['from'], at: number, raw: string): Shown => ({
  id,
  from,
  at,
  text: asRead(raw),
  raw,
  buttons: [],
  asksLocation: false,
  edited: false,
  deleted: false,
  reactions: [],
});

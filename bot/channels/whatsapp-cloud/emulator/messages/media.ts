import { flag, label, literal, object, optional, type Read, text, webAddress } from '../check.ts';
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';

/** A file of a message: uploaded before, or at an address. */
export type FileRef = { id?: string | undefined; link?: string | undefined };

const reference = { id: optional(text(64)), link: optional(webAddress) };

const onlyOne =
  <T extends FileRef>(read: Read<T>): Read<T> =>
  (value, at) => {
    const file = read(value, at);
    if ((file.id === undefined) === (file.link === undefined))
      throw new Refusal(100, `Param ${at}: exactly one of id and link is required`);
    return file;
  };

const caption = optional(text(limits.caption));
const filename = optional(text(1000));

export const captioned = onlyOne(object({ ...reference, caption }));
export const documentFile = onlyOne(object({ ...reference, caption, filename }));
export const audioFile = onlyOne(object({ ...reference, voice: optional(flag) }));
export const bareFile = onlyOne(object(reference));

const headerDocument = onlyOne(object({ ...reference, filename }));

/** The top of a message with buttons: words, or a file. */
export const header: Read<Header> = (value, at) => {
  const type = literal(
    'text',
    'image',
    'video',
    'document',
  )(typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined, `${at}['type']`);
  switch (type) {
    case 'text': {
      const { text: words } = headerText(value, at);
      return { text: words };
    }
    case 'image':
      return { file: object({ type: literal(type), image: bareFile })(value, at).image, kind: type };
    case 'video':
      return { file: object({ type: literal(type), video: bareFile })(value, at).video, kind: type };
    case 'document':
      return {
        file: object({ type: literal(type), document: headerDocument })(value, at).document,
        kind: type,
      };
    default:
      return type satisfies never;
  }
};

export type Header = { text: string } | { file: FileRef; kind: 'image' | 'video' | 'document' };

export const headerText = object({ type: literal('text'), text: label(limits.headerText) });

import type { FilledTemplate } from './fill-template.ts';
import type { Interactive } from './messages/interactive.ts';
import type { FileRef, Header } from './messages/media.ts';
import type { Outgoing } from './messages/read-message.ts';
import { type Attachment, asRead, blankMessage, type Shown } from './shown.ts';

const attachment = ({ id, link }: FileRef, name?: string): Attachment => ({
  ...(id !== undefined && { mediaId: id }),
  ...(link !== undefined && { link }),
  ...(name !== undefined && { name }),
});

/** The message as the person sees it. A reaction is none: it is seen on another message. */
export function show(
  message: Exclude<Outgoing, { type: 'reaction' }>,
  id: string,
  at: number,
  filled: FilledTemplate | undefined,
): Shown {
  const blank = (raw = '') => blankMessage(id, 'bot', at, raw);
  switch (message.type) {
    case 'text':
      return blank(message.text.body);
    case 'image':
      return { ...blank(message.image.caption), photo: attachment(message.image) };
    case 'video':
      return { ...blank(message.video.caption), video: attachment(message.video) };
    case 'document': {
      const { caption, filename } = message.document;
      return { ...blank(caption), document: attachment(message.document, filename) };
    }
    case 'audio':
      return { ...blank(), voice: attachment(message.audio) };
    case 'sticker':
      return { ...blank(), sticker: attachment(message.sticker) };
    case 'location': {
      const { latitude: lat, longitude: lon, name } = message.location;
      return { ...blank(), location: { lat, lon, ...(name !== undefined && { name }) } };
    }
    case 'interactive':
      return { ...blank(message.interactive.body.text), ...tappable(message.interactive) };
    case 'template': {
      const { text = '', replies = [], link } = filled ?? {};
      return {
        ...blank(text),
        buttons: replies,
        template: message.template.name,
        ...(link && { link }),
      };
    }
    default:
      return message satisfies never;
  }
}

function tappable(interactive: Interactive): Partial<Shown> {
  switch (interactive.type) {
    case 'button': {
      const { header, footer, action } = interactive;
      const buttons = action.buttons.map(({ reply }) => ({ label: reply.title, id: reply.id }));
      return { buttons, ...frame(header, footer) };
    }
    case 'list': {
      const { header, footer, action } = interactive;
      const rows = action.sections.flatMap((section) =>
        section.rows.map(({ id, title, description }) => ({
          id,
          title,
          ...(description !== undefined && { description }),
        })),
      );
      return { list: { open: action.button, rows }, ...frame(header, footer) };
    }
    case 'location_request_message':
      return { asksLocation: true };
    case 'cta_url': {
      const { header, footer, action } = interactive;
      const { display_text: label, url } = action.parameters;
      return { link: { label, url }, ...frame(header, footer) };
    }
    default:
      return interactive satisfies never;
  }
}

function frame(header: Header | undefined, footer: { text: string } | undefined): Partial<Shown> {
  const foot = footer ? { footer: asRead(footer.text) } : {};
  if (!header) return foot;
  if ('text' in header) return { header: header.text, ...foot };
  const file = attachment(header.file);
  switch (header.kind) {
    case 'image':
      return { photo: file, ...foot };
    case 'video':
      return { video: file, ...foot };
    case 'document':
      return { document: file, ...foot };
    default:
      return header.kind satisfies never;
  }
}

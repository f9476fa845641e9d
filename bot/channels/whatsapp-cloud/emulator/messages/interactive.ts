import {
  allDifferent,
  isRecord,
  label,
  listOf,
  literal,
  object,
  optional,
  ownId,
  text,
  webAddress,
} from '../check.ts';
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { header, headerText } from './media.ts';

const body = (max: number) => object({ text: text(max, 131009) });
const footer = optional(object({ text: text(limits.footer, 131009) }));

const replyButton = object({
  type: literal('reply'),
  reply: object({ id: ownId(limits.buttonId), title: label(limits.buttonTitle) }),
});

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages */
const buttonMessage = object({
  type: literal('button'),
  header: optional(header),
  body: body(limits.buttonsBody),
  footer,
  action: object({ buttons: listOf(replyButton, limits.buttons) }),
});

const row = object({
  id: ownId(limits.rowId),
  title: text(limits.rowTitle, 131009),
  description: optional(text(limits.rowDescription, 131009)),
});
const section = object({ title: optional(label(limits.sectionTitle)), rows: listOf(row, limits.rows) });

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-list-messages */
const listMessage = object({
  type: literal('list'),
  header: optional(headerText),
  body: body(limits.listBody),
  footer,
  action: object({ button: label(limits.listOpen), sections: listOf(section, limits.rows) }),
});

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/location-request-messages */
const locationRequest = object({
  type: literal('location_request_message'),
  body: body(limits.locationRequestBody),
  action: object({ name: literal('send_location') }),
});

const linkParameters = object({
  display_text: label(limits.linkLabel),
  url: webAddress,
});

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-cta-url-messages */
const linkMessage = object({
  type: literal('cta_url'),
  header: optional(header),
  body: body(limits.linkBody),
  footer,
  action: object({ name: literal('cta_url'), parameters: linkParameters }),
});

export type Interactive = ReturnType<typeof interactive>;

/** A message that is answered by a tap. Of Meta's kinds these four are taken; flows, products and calls are not. */
export function interactive(value: unknown, at: string) {
  const type = isRecord(value) ? value.type : undefined;
  switch (type) {
    case 'button': {
      const read = buttonMessage(value, at);
      const replies = read.action.buttons.map(({ reply }) => reply);
      allDifferent(
        replies.map(({ id }) => id),
        'Button ids',
      );
      allDifferent(
        replies.map(({ title }) => title),
        'Button titles',
      );
      return read;
    }
    case 'list': {
      const read = listMessage(value, at);
      checkSections(read.action.sections);
      return read;
    }
    case 'location_request_message':
      return locationRequest(value, at);
    case 'cta_url':
      return linkMessage(value, at);
    default:
      if (type === undefined) throw new Refusal(100, `The parameter ${at}['type'] is required.`);
      throw new Refusal(131051, `Interactive messages of this type are not supported: ${String(type)}`);
  }
}

function checkSections(sections: ReturnType<typeof section>[]): void {
  const rows = sections.flatMap((one) => one.rows);
  if (rows.length > limits.rows)
    throw new Refusal(131009, `Total row count exceed max allowed count: ${limits.rows}`);
  if (sections.length > 1 && sections.some(({ title }) => title === undefined))
    throw new Refusal(131009, 'Section title is required if there is more than one section');
  allDifferent(
    rows.map(({ id }) => id),
    'Row ids',
  );
}

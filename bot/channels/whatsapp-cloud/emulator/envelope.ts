import type { Person } from './chat.ts';

/** One thing that happened, as it stands in a webhook: a person's message, or news of one of ours. */
export type Happening = { kind: 'message' | 'status'; content: object; contact: object | undefined };

/** How things that are sent together are put together. */
export type BatchShape = 'values' | 'changes' | 'entries';

export type NumberNames = { wabaId: string; phoneNumberId: string; displayNumber: string };

const bothIds = ({ waId, userId }: Person): object => ({
  ...(waId !== undefined && { wa_id: waId }),
  ...(userId !== undefined && { user_id: userId }),
});

export const contactOf = (person: Person): object => ({
  profile: { name: person.name, ...(person.username !== undefined && { username: person.username }) },
  ...bothIds(person),
});

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages */
function changeOf(number: NumberNames, together: readonly Happening[]): object {
  const contacts = together.flatMap(({ contact }) => (contact ? [contact] : []));
  const of = (wanted: Happening['kind']) =>
    together.flatMap(({ kind, content }) => (kind === wanted ? [content] : []));
  const [messages, statuses] = [of('message'), of('status')];
  return {
    value: {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: number.displayNumber, phone_number_id: number.phoneNumberId },
      ...(contacts.length > 0 && { contacts }),
      ...(messages.length > 0 && { messages }),
      ...(statuses.length > 0 && { statuses }),
    },
    field: 'messages',
  };
}

/** The body of one webhook delivery. Meta escapes what is not ASCII and every slash; the signature is of that text. */
export function envelope(number: NumberNames, together: readonly Happening[], shape: BatchShape): string {
  const entry = (changes: object[]) => ({ id: number.wabaId, changes });
  const alone = together.map((one) => changeOf(number, [one]));
  const entries = {
    values: () => [entry([changeOf(number, together)])],
    changes: () => [entry(alone)],
    entries: () => alone.map((change) => entry([change])),
  }[shape]();
  return JSON.stringify({ object: 'whatsapp_business_account', entry: entries })
    .replace(/[\u007f-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('/', '\\/');
}

import type { Inbound } from '../../conversation/inbound.ts';
import { type Fields, fields, listOf, textOf } from '../fields.ts';
import { changesIn } from './changes-in.ts';
import { contentOf } from './content-of.ts';
import { identityIn, rotationIn } from './identity-in.ts';
import { instantOf } from './instant-of.ts';
import { idsOf, inOrder } from './sender-of.ts';

/** What is in a press, in a reply, or in neither. */
const relation = (message: Fields, isPress: boolean): Pick<Inbound, 'press' | 'replyTo'> => {
  const on = textOf(fields(message.context)?.id);
  if (!on) return {};
  return isPress ? { press: { on } } : { replyTo: on };
};

/** One message as what it says to us, nothing, or a message that nobody can be named for. */
const messageIn = (message: Fields, contacts: unknown, account: string): Inbound | 'nameless' | undefined => {
  if (textOf(message.group_id)) return undefined;
  if (message.type === 'system') return identityIn(message, contacts, account);
  const content = contentOf(message);
  if (!content) return undefined;
  const id = textOf(message.id);
  const [from, ...known] = inOrder(idsOf(message, contacts));
  if (!id || !from) return 'nameless';
  return {
    id,
    from: { channel: 'whatsapp-cloud', account, id: from },
    at: instantOf(message.timestamp),
    content,
    ...(known.length > 0 && { known }),
    ...relation(message, content.kind === 'choice'),
  };
};

const messagesIn = (payload: unknown, account: string) =>
  changesIn(payload, account, 'messages').flatMap(({ messages, contacts }) =>
    listOf(messages).map((message) => messageIn(message, contacts, account)),
  );

/**
 * What a webhook says to the number with this id, in the order in which it stands there. Other numbers, groups, unknown
 * kinds and odd shapes are nothing, never a fault: Meta adds kinds at will.
 */
export const parse =
  (account: string) =>
  (payload: unknown): Inbound[] => [
    ...changesIn(payload, account, 'user_id_update').flatMap((value) => rotationIn(value, account)),
    ...messagesIn(payload, account).flatMap((one) => (one && one !== 'nameless' ? [one] : [])),
  ];

/** How many messages of a webhook have no id, or nobody who sent them: they cannot be answered, so they are counted. */
export const namelessIn =
  (account: string) =>
  (payload: unknown): number =>
    messagesIn(payload, account).filter((one) => one === 'nameless').length;

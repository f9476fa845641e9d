import type { Inbound } from '../../conversation/inbound.ts';
import { type Fields, fields, listOf, textOf } from '../fields.ts';
import { instantOf } from './instant-of.ts';
import { idsOf, inOrder, namedIds } from './sender-of.ts';

/** The platform's own end of "User Sri changed from A to B"; what stands before it is a name, which may say anything. */
const changedEnd = / changed from \+?([\w.-]{1,160}) to \+?([\w.-]{1,160})$/;

/** The old id in the words of the message, believed only where they name a new id that the message itself gives. */
const wasInWords = (body: unknown, now: readonly string[]): string[] => {
  const [, was, is] = changedEnd.exec(textOf(body) ?? '') ?? [];
  return was && is && now.includes(is) ? [was] : [];
};

const changed = (
  account: string,
  { id, at, was, now }: { id: string; at: Date; was: readonly string[]; now: readonly string[] },
): Inbound | undefined => {
  const old = was.filter((one) => !now.includes(one));
  const [from, ...known] = old.length > 0 ? old : now;
  if (!from || now.length === 0) return undefined;
  return {
    id,
    from: { channel: 'whatsapp-cloud', account, id: from },
    at,
    content: { kind: 'unsupported', what: 'other' },
    ...(known.length > 0 && { known }),
    identity: { was: old, now },
  };
};

/**
 * A `system` message that somebody's number or business-scoped id changed; other ones are nothing. Meta sends it without
 * contacts, gives the new ids in `system`, the old number as `from` where it may be seen at all, and the old
 * business-scoped id as `previous_user_id` or in words alone.
 */
export const identityIn = (message: Fields, contacts: unknown, account: string): Inbound | undefined => {
  const system = fields(message.system);
  const id = textOf(message.id);
  const type = textOf(system?.type) ?? '';
  if (!system || !id || (type !== 'user_changed_number' && type !== 'user_changed_user_id')) return undefined;
  const now = namedIds(system.user_id, system.wa_id ?? system.new_wa_id, system.parent_user_id);
  const was = [
    ...namedIds(system.previous_user_id, undefined, system.previous_parent_user_id),
    ...inOrder(idsOf(message, contacts)),
    ...wasInWords(system.body, now),
  ];
  return changed(account, { id, at: instantOf(message.timestamp), was: [...new Set(was)], now });
};

/** Changes of ids that come by a kind of webhook of their own (`user_id_update`), with the old and the new one; it has no message id, so the pair is the key. */
export const rotationIn = (value: Fields, account: string): Inbound[] =>
  listOf(value.user_id_update).flatMap((update) => {
    const [own, parent] = [fields(update.user_id), fields(update.parent_user_id)];
    const was = namedIds(own?.previous, undefined, parent?.previous);
    const now = namedIds(own?.current, update.wa_id, parent?.current);
    const id = `user_id_update:${was.join(',')}:${now.join(',')}`;
    return was.length > 0 ? (changed(account, { id, at: instantOf(update.timestamp), was, now }) ?? []) : [];
  });

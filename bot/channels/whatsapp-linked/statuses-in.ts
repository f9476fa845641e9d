import type { Status } from '../channel.ts';
import { fields, listOf, numberOf, textOf } from '../fields.ts';

/** How phones tell a message's way, by the client's numbers; that the server has it, the acknowledgement tells. */
const states: { readonly [status: number]: 'delivered' | 'read' } = { 3: 'delivered', 4: 'read', 5: 'read' };

/** What phones say became of messages of ours, from the client's event `messages.update` as `updates`; in any order and more than once. */
export const statusesIn = (payload: unknown): Status[] =>
  listOf(fields(payload)?.updates).flatMap(({ key, update }) => {
    const { id, fromMe } = fields(key) ?? {};
    const { status, messageTimestamp } = fields(update) ?? {};
    const message = textOf(id);
    const state = states[numberOf(status) ?? 0];
    if (fromMe !== true || !message || !state) return [];
    return [{ message, state, at: new Date((numberOf(messageTimestamp) ?? 0) * 1000) }];
  });

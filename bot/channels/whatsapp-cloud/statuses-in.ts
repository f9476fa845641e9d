import type { Status } from '../channel.ts';
import { type Fields, listOf, numberOf, textOf } from '../fields.ts';
import { changesIn } from './changes-in.ts';
import { instantOf } from './instant-of.ts';

/** A voice note that was played was read. */
const states: { readonly [status: string]: Status['state'] } = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  played: 'read',
  failed: 'failed',
};

const statusOf = (status: Fields): Status | undefined => {
  const message = textOf(status.id);
  const name = textOf(status.status) ?? '';
  const state = Object.hasOwn(states, name) ? states[name] : undefined;
  if (!message || !state) return undefined;
  const letter = textOf(status.biz_opaque_callback_data);
  const code = state === 'failed' ? numberOf(listOf(status.errors)[0]?.code) : undefined;
  return {
    message,
    ...(letter && { letter }),
    state,
    ...(code !== undefined && { code }),
    at: instantOf(status.timestamp),
  };
};

/** What a webhook says became of messages of ours (page "status messages webhook reference"); they come in any order and more than once. `code` is for `failureOfCode`. */
export const statusesIn =
  (account: string) =>
  (payload: unknown): Status[] =>
    changesIn(payload, account, 'messages')
      .flatMap(({ statuses }) => listOf(statuses))
      .flatMap((status) => statusOf(status) ?? []);

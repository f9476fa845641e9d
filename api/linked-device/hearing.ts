import { parse, undecryptable } from '../../bot/channels/whatsapp-linked/parse.ts';
import type { Inbound } from '../../bot/conversation/inbound.ts';
import type { Log } from '../log.ts';
import type { Library } from './library.ts';
import type { MessageRows } from './message-rows.ts';

const channel = 'whatsapp-linked';

/** Older messages come when the number was away for long: answering them now would puzzle people (milliseconds). */
const oldest = 48 * 3_600_000;

/** What the client emits, handed on message by message; what nobody can read, and what is too old, is counted in the log. */
export const createHearing = ({
  account,
  now,
  log,
  rows,
}: {
  account: string;
  now: () => Date;
  log: Log;
  rows: Pick<MessageRows, 'add'>;
}) => {
  const read = parse(account);
  const isOld = ({ at }: Inbound): boolean => at.getTime() > 0 && now().getTime() - at.getTime() > oldest;
  return ({ BufferJSON }: Library, event: { messages: readonly unknown[] }): void => {
    const unread = undecryptable(event);
    if (unread > 0) log.warn({ event: 'linked-message-undecryptable', channel, count: unread });
    for (const message of event.messages) {
      const payload = { messages: [message] };
      for (const inbound of read(payload)) {
        if (isOld(inbound)) log.warn({ event: 'linked-message-too-old', channel });
        else rows.add(inbound, JSON.parse(JSON.stringify(payload, BufferJSON.replacer)));
      }
    }
  };
};

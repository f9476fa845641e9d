import { parse, undecryptable } from '../../bot/channels/whatsapp-linked/parse.ts';
import type { Inbound } from '../../bot/conversation/inbound.ts';
import type { Log } from '../log.ts';
import type { Keeping, KeptRow } from './keeping.ts';
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
  keeping,
}: {
  account: string;
  now: () => Date;
  log: Log;
  rows: Pick<MessageRows, 'add'>;
  keeping: Pick<Keeping, 'rowOf'>;
}) => {
  const read = parse(account);
  const isOld = ({ at }: Inbound): boolean => at.getTime() > 0 && now().getTime() - at.getTime() > oldest;

  const hearOne = ({ BufferJSON }: Library, payload: object, row: KeptRow | undefined): void => {
    if (undecryptable(payload) > 0) {
      log.warn({ event: 'linked-message-undecryptable', channel, count: 1 });
      row?.comesAgain();
      return;
    }
    const [inbound] = read(payload);
    if (inbound && !isOld(inbound)) {
      rows.add(inbound, JSON.parse(JSON.stringify(payload, BufferJSON.replacer)), row);
      return;
    }
    if (inbound) log.warn({ event: 'linked-message-too-old', channel });
    row?.decided();
  };

  return (baileys: Library, { messages }: { messages: readonly unknown[] }): void => {
    for (const message of messages) hearOne(baileys, { messages: [message] }, keeping.rowOf(message));
  };
};

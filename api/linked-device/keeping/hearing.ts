import { fields, textOf } from '../../../bot/channels/fields.ts';
import { personJid } from '../../../bot/channels/whatsapp-linked/jid.ts';
import { parse, undecryptable } from '../../../bot/channels/whatsapp-linked/parse.ts';
import type { Inbound } from '../../../bot/conversation/inbound.ts';
import type { Log } from '../../log.ts';
import type { Tally } from '../health/tally.ts';
import type { Library } from '../library.ts';
import type { Keeping, KeptRow } from './keeping.ts';
import type { MessageRows } from './message-rows.ts';
import type { Unopened, UnopenedWatch } from './unopened.ts';

const channel = 'whatsapp-linked';

/** Older messages come when the number was away for long: answering them now would puzzle people (milliseconds). */
const oldest = 48 * 3_600_000;

const nameIn = (message: unknown): Unopened | undefined => {
  const { remoteJid, id } = fields(fields(message)?.key) ?? {};
  const [from, named] = [personJid(remoteJid), textOf(id)];
  return from && named ? { from, id: named } : undefined;
};

/** What the client emits, handed on message by message; what nobody can read, and what is too old, is counted in the log. */
export const createHearing = ({
  account,
  now,
  log,
  rows,
  keeping,
  tally,
  watch,
}: {
  account: string;
  now: () => Date;
  log: Log;
  rows: Pick<MessageRows, 'add'>;
  keeping: Pick<Keeping, 'rowOf'>;
  tally: Pick<Tally, 'one'>;
  watch: Pick<UnopenedWatch, 'opened' | 'unopened'>;
}) => {
  const read = parse(account);
  const isOld = ({ at }: Inbound): boolean => at.getTime() > 0 && now().getTime() - at.getTime() > oldest;

  const hearOne = ({ BufferJSON }: Library, message: unknown, row: KeptRow | undefined): void => {
    const payload = { messages: [message] };
    const name = nameIn(message);
    if (undecryptable(payload) > 0) {
      log.warn({ event: 'linked-message-undecryptable', channel, count: 1 });
      tally.one('unopened');
      if (name) watch.unopened(name);
      row?.comesAgain();
      return;
    }
    if (name) watch.opened(name);
    const [inbound] = read(payload);
    if (inbound) tally.one('heard');
    if (inbound && !isOld(inbound)) {
      rows.add(inbound, JSON.parse(JSON.stringify(payload, BufferJSON.replacer)), row);
      return;
    }
    if (inbound) log.warn({ event: 'linked-message-too-old', channel });
    row?.decided();
  };

  return (baileys: Library, { messages }: { messages: readonly unknown[] }): void => {
    for (const message of messages) hearOne(baileys, message, keeping.rowOf(message));
  };
};

import { setTimeout as sleep } from 'node:timers/promises';
import { sendInOrder, wiresOf } from '../../bot/answer.ts';
import type { AnyChannel } from '../../bot/channels/channel.ts';
import type { TypedLine } from '../../bot/channels/terminal/index.ts';
import { fit } from '../../bot/conversation/fit.ts';
import { type Address, type Inbound, isRecorded } from '../../bot/conversation/inbound.ts';
import { matchChoice } from '../../bot/conversation/match-choice.ts';
import { type Choice, say, type Text } from '../../bot/conversation/reply.ts';
import { tongueOf } from '../../bot/i18n/tongue.ts';
import { translate } from '../../bot/i18n/translate.ts';
import type { Taken } from '../../bot/ports.ts';
import { isDatabaseAway } from '../../db/dead-updates.ts';
import { changeContact } from '../../db/stores/change-contact.ts';
import type { OpenHall } from '../hall.ts';
import { faultOf } from '../log.ts';
import type { ChatHat } from './options.ts';
import { takeHat } from './take-hat.ts';
import { tellOthers } from './tell-others.ts';

/** One person's desk at a terminal: takes a typed line and answers it; `idle` says what has come in meanwhile. */
export type TerminalDesk = { take: (line: TypedLine) => Promise<void>; idle: () => Promise<void> };

/** Who sits down: under which name, as whom, in which language if they never chose one. */
type Sitter = { name: string; as: ChatHat; locale: string | undefined; media: () => Promise<unknown> };

/** The service mends its own embedded database within a few seconds: the same line is then tried again, under its id. */
const tries = 8;
const pauseMs = 1_000;

const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === tries || !isDatabaseAway(error)) throw error;
      await sleep(pauseMs);
    }
  }
};

/** Opens the desk of `name`. Throws `NobodyLeft` where an employee's is asked for and every invented one is at a terminal. */
export const openTerminalDesk = async (
  hall: OpenHall,
  channel: AnyChannel,
  { name, as, locale, media }: Sitter,
): Promise<TerminalDesk> => {
  hall.channels.push(channel);
  const address: Address = { channel: channel.name, account: channel.account, id: name };
  const { contact } = await hall.sessions.open(address, true);
  if (locale && !contact.locale) {
    await changeContact(hall.database.sql, contact.id, { do: 'contact.locale', locale }, hall.clock.now());
    await hall.sessions.open(address, true);
  }
  if (as !== 'citizen') await takeHat(hall, { contact: contact.id, channel: channel.name, hat: as });
  const tell = tellOthers(hall);
  const deliver = (taken: readonly Taken[] = []) => hall.deliver({ contact: contact.id, taken });

  const print = (language: string, text: Text) =>
    sendInOrder(
      channel.encode(
        address,
        fit({ text }, channel.can, (part) => translate(language, part)),
      ),
      channel.send,
    );

  /** The buttons of an answer that is kept nowhere: here a number or label stands for them, and only this terminal knows which. */
  let buttons: readonly Choice[] = [];
  const pressed = (inbound: Inbound): Inbound => {
    const { content } = inbound;
    const found = content.kind === 'text' && matchChoice(content.text, buttons, tongueOf(locale ?? 'id'));
    return found ? { ...inbound, content: { kind: 'choice', id: found.id } } : inbound;
  };

  const answer = async (said: Inbound): Promise<void> => {
    await hall.clock.refresh();
    const inbound = pressed(said);
    const handled = await hall.handle(inbound, hall.keyOf(inbound.from, inbound.id));
    buttons = handled.secret ? (handled.say.at(-1)?.choices ?? []) : [];
    await sendInOrder(wiresOf(handled, inbound, channel), channel.send);
    if (handled.toast) await print(handled.locale, handled.toast);
    if (handled.news || handled.writes) await tell();
    if (handled.letters) await deliver(handled.taken);
    if (!isRecorded(inbound.content)) return;
    await media();
    await deliver();
  };

  return {
    take: async (line) => {
      const [inbound] = channel.parse(line);
      if (!inbound) return;
      try {
        await patiently(() => answer(inbound));
      } catch (error) {
        hall.log.error({ event: 'update-failed', channel: channel.name, ...faultOf(error) });
        await print(locale ?? 'id', say('trouble'));
      }
    },
    idle: async () => {
      try {
        await tell();
        await deliver();
      } catch (error) {
        hall.log.warn({ event: 'sweep-failed', channel: channel.name, ...faultOf(error) });
      }
    },
  };
};

import { sendInOrder, wiresOf } from '../bot/answer.ts';
import type { Channel, Sent } from '../bot/channels/channel.ts';
import { remedyFor } from '../bot/channels/remedy.ts';
import { answerPress, settleCard, type Wire } from '../bot/channels/telegram/encode.ts';
import { type GroupPlace, type Inbound, isRecorded } from '../bot/conversation/inbound.ts';
import { say } from '../bot/conversation/reply.ts';
import type { createHandle, Handled } from '../bot/handle.ts';
import type { createHandleGroup } from '../bot/handle-group.ts';
import { translate } from '../bot/i18n/translate.ts';
import type { Outbox, Sessions, Taken } from '../bot/ports.ts';
import type { Failed } from '../db/dead-updates.ts';
import { respondInGroup } from './telegram-group.ts';
import { within } from './within.ts';

/** What a bot's desk needs: the hall, and where letters and failures go. */
export type TelegramDeskParts = {
  channel: Channel<Wire>;
  handle: ReturnType<typeof createHandle>;
  handleGroup: ReturnType<typeof createHandleGroup>;
  keyOf: (inbound: Inbound) => string;
  sessions: Sessions;
  outbox: Outbox;
  /** Sends what waits for a contact, soon; `taken` is ours to send already. */
  deliver: (what: { contact: number; taken: readonly Taken[] }) => Promise<unknown>;
  /** Tells others what happened to reports, soon. */
  announce: () => Promise<unknown>;
  /** Sends whatever waits for anybody. */
  sweep: () => Promise<unknown>;
  /** Fetches and cleans photos that are wanted. */
  media: () => Promise<unknown>;
  /** Counts a failure, and tells whether the message is set aside. */
  failed: (key: string, inbound: Inbound, error: unknown, payload: unknown) => Promise<Failed>;
  isDatabaseAway: (error: unknown) => boolean;
};

/** What became of an update: `call` may ride in the webhook's answer, `after` goes on behind it; `again` was not written. */
export type TakenUpdate =
  | { kind: 'taken'; call?: { method: string; [name: string]: unknown }; after: Promise<unknown>[] }
  | { kind: 'again' };

/** By webhook the first answer may ride in the response; by polling everything is a call, and a press is answered first. */
export type TelegramDesk = { take: (payload: unknown, by?: 'webhook' | 'polling') => Promise<TakenUpdate> };

/** A pressed button stops turning within a second (`channels.md` 2.4), also when its card is slow to change (milliseconds). */
const pressPatience = 700;

/** A database that takes a connection and says nothing would hold the webhook for ever; Telegram asks again (milliseconds). */
const handlePatience = 10_000;

/** A task that goes on behind the answer: it may fail while the answer is still being sent, before anybody waits for it. */
const behind = (task: Promise<unknown>): Promise<unknown> => {
  task.catch(() => {});
  return task;
};

/** Takes updates of one bot: handles them, and answers by the cheapest way that loses nothing (`performance.md`). */
export const createTelegramDesk = (parts: TelegramDeskParts): TelegramDesk => {
  const { channel } = parts;

  /** What could not be said at once is said by the outbox, after the pause that Telegram asked for; what is secret is not said again. */
  const leave = async (
    failed: Extract<Sent, { ok: false }>,
    handled: Handled,
    inbound: Inbound,
  ): Promise<void> => {
    const remedy = remedyFor(failed, 1);
    if (remedy.kind === 'end') return;
    if (remedy.pause) await parts.outbox.pause(inbound.from, remedy.seconds);
    if (handled.secret) return;
    const delay = remedy.seconds * 1000;
    await parts.sessions.post(
      handled.session,
      handled.say.map((reply) => ({ say: reply, lane: 'interactive', answer: true, delay })),
    );
  };

  const sendAll = async (wires: readonly Wire[], handled: Handled, inbound: Inbound): Promise<void> => {
    const failed = await sendInOrder(wires, channel.send);
    if (failed) await leave(failed, handled, inbound);
  };

  const respond = async (
    handled: Handled,
    inbound: Inbound,
    by: 'webhook' | 'polling',
  ): Promise<Omit<TakenUpdate & { kind: 'taken' }, 'kind'>> => {
    const said = wiresOf<Wire>(handled, inbound, channel);
    const answered = inbound.press && handled.letters && said.length === 0;
    const wires = answered ? [settleCard(inbound.from, inbound.press?.on ?? '')] : said;
    const after: Promise<unknown>[] = [];
    if (handled.letters)
      after.push(behind(parts.deliver({ contact: handled.session.contact.id, taken: handled.taken })));
    if (handled.news) after.push(behind(parts.announce()));
    if (handled.writes) after.push(behind(parts.sweep()));
    if (isRecorded(inbound.content)) after.push(behind(parts.media()));
    if (by === 'polling') {
      const toast = handled.toast && translate(handled.locale, handled.toast);
      if (inbound.press?.query) await channel.send(answerPress(inbound.press.query, toast));
      await sendAll(wires, handled, inbound);
      return { after };
    }
    if (inbound.press?.query) {
      const sending = sendAll(wires, handled, inbound);
      await within(sending, pressPatience);
      after.push(sending);
      const toast = handled.toast && translate(handled.locale, handled.toast);
      const { method, body } = answerPress(inbound.press.query, toast);
      return { call: { method, ...body }, after };
    }
    const last = wires.at(-1);
    if (!last) return { after };
    if (wires.length > 1) {
      const failed = await sendInOrder(wires.slice(0, -1), channel.send);
      if (failed) {
        await leave(failed, handled, inbound);
        return { after };
      }
    }
    return { call: { method: last.method, ...last.body }, after };
  };

  const inGroup = async (
    inbound: Inbound,
    key: string,
    group: GroupPlace,
    by: 'webhook' | 'polling',
  ): Promise<TakenUpdate> => {
    const answered = await within(parts.handleGroup(inbound, key, group), handlePatience);
    if (!answered) return { kind: 'again' };
    const { toast, after } = respondInGroup(inbound, answered, channel, sendAll);
    const { handled } = answered;
    if (handled?.letters)
      after.push(parts.deliver({ contact: handled.session.contact.id, taken: handled.taken }));
    if (handled?.news) after.push(parts.announce());
    if (handled?.writes) after.push(parts.sweep());
    for (const task of after) behind(task);
    if (toast && by === 'polling') await channel.send(toast);
    const call = toast && by === 'webhook' ? { method: toast.method, ...toast.body } : undefined;
    return { kind: 'taken', ...(call && { call }), after };
  };

  /** Set aside after the fifth failure, with an apology; before that Telegram sends it again. */
  const failed = async (
    key: string,
    inbound: Inbound,
    error: unknown,
    payload: unknown,
  ): Promise<TakenUpdate> => {
    if (parts.isDatabaseAway(error)) return { kind: 'again' };
    const came = await parts.failed(key, inbound, error, payload).catch((): Failed => 'again');
    if (came === 'again') return { kind: 'again' };
    if (came === 'known') return { kind: 'taken', after: [] };
    const apology: Wire = {
      method: 'sendMessage',
      body: {
        chat_id: Number(inbound.from.id),
        text: translate('id', say('trouble')).replace(/[\uE000-\uE003]/g, ''),
      },
    };
    return { kind: 'taken', after: [channel.send(apology)] };
  };

  return {
    take: async (payload, by = 'webhook') => {
      const [inbound] = channel.parse(payload);
      if (!inbound) return { kind: 'taken', after: [] };
      const key = parts.keyOf(inbound);
      try {
        if (inbound.group) return await inGroup(inbound, key, inbound.group, by);
        const handled = await within(parts.handle(inbound, key), handlePatience);
        return handled ? { kind: 'taken', ...(await respond(handled, inbound, by)) } : { kind: 'again' };
      } catch (error) {
        return failed(key, inbound, error, payload);
      }
    },
  };
};

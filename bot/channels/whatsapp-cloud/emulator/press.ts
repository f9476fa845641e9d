import type { Chat } from './chat.ts';
import { hear } from './hear.ts';
import type { Row, Shown } from './shown.ts';
import type { Desk } from './world.ts';

/** `on` names the message; `stale` presses again what was pressed, as a slow screen would. */
export type PressOptions = { on?: string; stale?: boolean };

type Target = { message: Shown } & ({ button: { label: string; id: string } } | { row: Row });

/**
 * A tap on a button by its label or id, or on a row of a list by title, description or id: on the newest message that
 * has it unless `on`. A button answers once; a list may be opened again.
 */
export function press(desk: Desk, chat: Chat, what: string, { on, stale }: PressOptions): string {
  const target = find(chat, what, on);
  if (!target) throw new Error(`${chat.person.name} sees no button "${what}"`);
  const { message } = target;
  const where = { replyTo: message.id };
  if ('row' in target) {
    const { title } = target.row;
    const content = { type: 'list_reply', list_reply: target.row };
    return hear(desk, chat, { type: 'interactive', content, shows: { raw: title, text: title } }, where);
  }
  if (!stale && isAnswered(chat, message)) throw new Error(`"${what}" has been pressed before`);
  const { label, id } = target.button;
  const shows = { raw: label, text: label };
  if (message.template !== undefined)
    return hear(desk, chat, { type: 'button', content: { payload: id, text: label }, shows }, where);
  const content = { type: 'button_reply', button_reply: { id, title: label } };
  return hear(desk, chat, { type: 'interactive', content, shows }, where);
}

function find(chat: Chat, what: string, on: string | undefined): Target | undefined {
  const named = on === undefined ? undefined : chat.messages.get(on);
  const places = on === undefined ? [...chat.messages.values()].reverse() : named ? [named] : [];
  for (const message of places) {
    const button =
      message.buttons.find(({ label }) => label === what) ?? message.buttons.find(({ id }) => id === what);
    if (button) return { message, button };
    const rows = message.list?.rows ?? [];
    const row =
      rows.find(({ title }) => title === what) ??
      rows.find(({ description, id }) => description === what || id === what);
    if (row) return { message, row };
  }
  return undefined;
}

const isAnswered = (chat: Chat, { id, buttons }: Shown): boolean =>
  [...chat.messages.values()].some(
    ({ from, replyTo, text }) =>
      from === 'person' && replyTo === id && buttons.some(({ label }) => label === text),
  );

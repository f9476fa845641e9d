import type { Room } from './app.ts';
import type { Handset } from './phone/handset.ts';
import type { Act, Change } from './read-act.ts';
import type { Chat } from './visitor/chat.ts';

type Deed = { deed: (phone: Handset) => void; pressed?: string };

/** Telegram shows nothing of a tap; the words on a button that is still there, an old one tells its data. */
const silentTap = (chat: Chat, on: string, data: string): { pressed?: string } => {
  if (chat.skin !== 'telegram') return {};
  const buttons =
    chat
      .phone()
      .messages()
      .find(({ id }) => id === on)
      ?.buttons.flat() ?? [];
  const pressed = buttons.find((button) => 'data' in button && button.data === data)?.label ?? data;
  return { pressed };
};

const deedOf = ({ assets }: Room, chat: Chat, act: Exclude<Act, Change>): Deed => {
  switch (act.do) {
    case 'type':
      return { deed: (phone) => phone.type(act.text) };
    case 'press':
      return { deed: (phone) => phone.tap(act.on, act.button), ...silentTap(chat, act.on, act.button) };
    case 'key':
      return { deed: (phone) => phone.pressKey(act.label) };
    case 'sample':
      return { deed: (phone) => phone.photo(assets.get(`${act.sample}.jpg`)?.bytes ?? new Uint8Array()) };
    case 'photo':
      return { deed: (phone) => phone.photo(act.bytes, act.caption) };
    case 'pin':
      return { deed: (phone) => phone.pin(act) };
    default:
      return act satisfies never;
  }
};

const isChange = (act: Act): act is Change => ['block', 'unblock', 'reset'].includes(act.do);

/** Does what the visitor asked for; false where the phone cannot, as with a button that is gone or a blocked bot. */
export const carryOut = async (room: Room, chat: Chat, act: Act): Promise<boolean> => {
  if (isChange(act)) {
    if (act.do === 'reset') chat.reset();
    else await room.stage.act(chat, () => chat.block(act.do === 'block'));
    return true;
  }
  if (chat.isBlocked()) return false;
  const { deed, pressed } = deedOf(room, chat, act);
  return room.stage.act(chat, deed, pressed);
};

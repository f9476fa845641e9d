import type { Phone } from '../../bot/channels/telegram/emulator/index.ts';
import type { Room } from './app.ts';
import type { Act, Change } from './read-act.ts';
import type { Chat } from './visitor/chat.ts';

type Deed = { deed: (phone: Phone) => void; pressed?: string };

/** The words on a button that is still there; an old one tells its data. */
const labelOf = (phone: Phone, on: number, data: string): string => {
  const buttons =
    phone
      .messages()
      .find(({ id }) => id === on)
      ?.buttons.flat() ?? [];
  return buttons.find((button) => 'data' in button && button.data === data)?.label ?? data;
};

/** A keyboard that asks for the place takes the pin, and hides; else the pin is simply sent. */
const sendPin = (phone: Phone, at: { lat: number; lon: number }): void => {
  const asks = phone
    .keyboard()
    ?.rows.flat()
    .find((key) => key.request_location);
  if (asks) phone.press(asks.text, { at });
  else phone.sendLocation(at.lat, at.lon);
};

const deedOf = ({ assets }: Room, chat: Chat, act: Exclude<Act, Change>): Deed => {
  switch (act.do) {
    case 'type':
      return { deed: (phone) => phone.type(act.text) };
    case 'press':
      return {
        deed: (phone) => phone.press(act.button, { on: act.on, stale: true }),
        pressed: labelOf(chat.phone(), act.on, act.button),
      };
    case 'key':
      return { deed: (phone) => phone.press(act.label) };
    case 'sample':
      return { deed: (phone) => phone.sendPhoto(assets.get(`${act.sample}.jpg`)?.bytes) };
    case 'photo':
      return { deed: (phone) => phone.sendPhoto(act.bytes, act.caption ? { caption: act.caption } : {}) };
    case 'pin':
      return { deed: (phone) => sendPin(phone, act) };
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

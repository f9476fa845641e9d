import type { Phone } from '../../bot/channels/telegram/emulator/index.ts';
import type { Actor, SeenMessage } from '../../bot/conversation/transcript.ts';

/** A person with a Telegram phone, for playing dialogues. Sees what the bot said or changed since they last looked; `settled` waits until the bot is done. */
export const phoneActor = (phone: Phone, settled: () => Promise<void>): Actor => {
  let changed: number[] = [];
  const texts = new Map<number, string>();
  phone.subscribe((event) => {
    if ((event.kind !== 'message' && event.kind !== 'edit') || event.message.from !== 'bot') return;
    const { id, text, buttons } = event.message;
    const onlyButtonsWent = event.kind === 'edit' && texts.get(id) === text && buttons.length === 0;
    texts.set(id, text);
    if (!onlyButtonsWent) changed = [...changed.filter((other) => other !== id), id];
  });
  return {
    type: async (text) => void phone.type(text),
    press: async (label) => void phone.press(label),
    photo: async (caption) => void phone.sendPhoto('sample', caption ? { caption } : {}),
    location: async (lat, lon) => void phone.sendLocation(lat, lon),
    seen: async () => {
      await settled();
      const ids = changed;
      changed = [];
      const keys =
        phone
          .keyboard()
          ?.rows.flat()
          .map(({ text }) => text) ?? [];
      const seen = phone
        .messages()
        .filter(({ id, deleted }) => ids.includes(id) && !deleted)
        .map(
          ({ text, buttons, photo, location }): SeenMessage => ({
            text,
            buttons: buttons.flat().map(({ label }) => label),
            ...(photo && { picture: true }),
            ...(location && { pin: location }),
          }),
        );
      const last = seen.at(-1);
      return last && keys.length > 0
        ? [...seen.slice(0, -1), { ...last, buttons: [...last.buttons, ...keys] }]
        : seen;
    },
  };
};

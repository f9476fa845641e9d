/** Telegram carries 64 of these behind `?start=` (core.telegram.org/bots/features#deep-linking). */
const startable = /^[A-Za-z0-9_-]{1,64}$/;

/** So many letters a prefilled message may have (`channels.md` section 3.2). */
const prefillMost = 140;

/** A link that opens our bot on Telegram and hands it an opaque id, never a secret: everybody may read it. `l_TICKET` follows a report. */
export function telegramLink(username: string, start?: string): string {
  const bot = `https://t.me/${username.replace(/^@/, '')}`;
  if (start === undefined) return bot;
  if (!startable.test(start)) throw new RangeError(`not a start of a Telegram link: ${start}`);
  return `${bot}?start=${start}`;
}

/** A link that opens a chat with our number on WhatsApp with words already typed; `number` with the country's code, as it is printed. */
export function whatsappLink(number: string, text?: string): string {
  const chat = `https://wa.me/${number.replace(/\D/g, '')}`;
  if (text === undefined) return chat;
  if (text.length > prefillMost) throw new RangeError(`more than ${prefillMost} letters to type: ${text}`);
  return `${chat}?text=${encodeURIComponent(text)}`;
}

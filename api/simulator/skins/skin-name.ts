/** Which app a visitor holds: Telegram, WhatsApp by the official API, or WhatsApp as plain text through a linked device. */
export const skinNames = ['telegram', 'whatsapp', 'teks'] as const;
export type SkinName = (typeof skinNames)[number];

/** Reads `?di=`; whoever names no app holds Telegram. */
export const skinNamed = (name: string | undefined): SkinName =>
  skinNames.find((one) => one === name) ?? 'telegram';

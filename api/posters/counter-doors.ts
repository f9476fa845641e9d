import { telegramLink, whatsappLink } from '../../bot/domain/deep-link.ts';
import type { Doors } from '../../bot/ports.ts';

/** One way from a counter into a chat: what the code opens, what its app is called, and how we are found in it by hand. */
export type CounterDoor = { app: 'telegram' | 'whatsapp-cloud'; link: string; name: string };

/** What is typed where no camera reads the code; also what WhatsApp finds typed already. */
export const typedCode = (code: string): string => `NILAI ${code}`;

/** A number as people read it: `+62 812 3456 7890`. */
const spaced = (number: string): string =>
  number
    .replace(/\D/g, '')
    .replace(
      /^(\d{2})(\d{3})(\d{3,4})(\d*)$/,
      (_, ...parts: string[]) => `+${parts.slice(0, 4).filter(Boolean).join(' ')}`,
    );

/** Ways into a chat, Telegram first; those that the operator named. `start`: what the link hands to Telegram; `typed`: what WhatsApp finds typed. Throws where they fit no link. */
export const doorsTo = (
  { telegram, whatsapp }: Doors,
  { start, typed }: { start: string; typed: string },
): CounterDoor[] => [
  ...(telegram
    ? [
        {
          app: 'telegram' as const,
          link: telegramLink(telegram, start),
          name: `@${telegram.replace(/^@/, '')}`,
        },
      ]
    : []),
  ...(whatsapp
    ? [
        {
          app: 'whatsapp-cloud' as const,
          link: whatsappLink(whatsapp, typed),
          name: spaced(whatsapp),
        },
      ]
    : []),
];

/** The doors of a counter. */
export const counterDoors = (doors: Doors, code: string): CounterDoor[] =>
  doorsTo(doors, { start: `u_${code}`, typed: typedCode(code) });

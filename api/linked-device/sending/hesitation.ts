import type { AnyMessageContent } from '@whiskeysockets/baileys';

/** The longest a hand waits before a short message, and what each written sign adds, up to a thousand of them (milliseconds). */
const longest = 1_800;
const perSign = 0.7;
const signsMost = 1_000;

/** The words of a message, wherever they stand. */
export const wordsIn = (content: AnyMessageContent): string => {
  if ('text' in content && typeof content.text === 'string') return content.text;
  return 'caption' in content && typeof content.caption === 'string' ? content.caption : '';
};

/** How long a hand would hesitate before a message: by the dice (0 to 1), longer for long words (milliseconds). */
export const hesitation = (content: AnyMessageContent, dice: number): number =>
  dice * (longest + Math.min(wordsIn(content).length, signsMost) * perSign);

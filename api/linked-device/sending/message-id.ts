import { createHash, randomBytes } from 'node:crypto';
import type { AnyMessageContent } from '@whiskeysockets/baileys';
import { readMark } from '../../../bot/jobs/letter-mark.ts';
import type { Seal } from '../../../db/sealed.ts';
import { wordsIn } from './hesitation.ts';

/** As the client's own ids look. */
const shaped = (bytes: Buffer): string => `3EB0${bytes.toString('hex').slice(0, 18).toUpperCase()}`;

const fileIn = (content: AnyMessageContent): Buffer | undefined =>
  Object.values(content).find((part): part is Buffer => Buffer.isBuffer(part));

/**
 * The id under which a message goes. The same words of the same letter have the same id at every try: where nobody knows
 * whether one arrived, it may be said again, and a phone that has it shows it once.
 */
export const messageIdOf =
  ({ hash }: Pick<Seal, 'hash'>) =>
  (content: AnyMessageContent, letter: string | undefined): string => {
    const letters = readMark(letter).tries.map(({ id }) => id);
    if (letters.length === 0) return shaped(randomBytes(9));
    const file = fileIn(content);
    const bytes = file ? createHash('sha256').update(file).digest('hex') : '';
    const [kind = ''] = Object.keys(content);
    return shaped(hash('linked-message', letters.join(','), kind, wordsIn(content), bytes));
  };

import type { Choice, Text } from './reply.ts';

/** The words that work in every conversation as the whole message. */
export type Word =
  | 'menu'
  | 'report'
  | 'cancel'
  | 'back'
  | 'again'
  | 'skip'
  | 'help'
  | 'status'
  | 'language'
  | 'stop'
  | 'person'
  | 'services'
  | 'ask'
  | 'rate-service'
  | 'channels'
  | 'own-data'
  | 'fix-data'
  | 'delete-data'
  | 'withdraw';

/** One person's language, for reading what they typed: texts as they see them, and the words that work everywhere (their own and the Indonesian ones). */
export type Tongue = {
  text: (text: Text) => string;
  word: (typed: string) => Word | undefined;
};

/** The label of a choice as the person sees it, without marks. */
export const labelOf = (tongue: Tongue, choice: Choice): string => tongue.text(choice.label);

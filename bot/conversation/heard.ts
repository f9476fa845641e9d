import type { Content } from './inbound.ts';
import type { Reply, Text } from './reply.ts';
import type { Talk } from './talk.ts';

/** What was said, as the engine takes it: a press already split into question and choice. */
export type Said =
  | { content: Exclude<Content, { kind: 'choice' }> }
  | { press: { question: string; choice: string } };

/** What hearing came to. */
export type HeardTurn =
  | { kind: 'answered'; talk: Talk; note?: Text }
  | { kind: 'again'; text: Text }
  | { kind: 'old'; toast: Text }
  | { kind: 'shows'; talk: Talk; note?: Text }
  | { kind: 'sent' }
  | { kind: 'gone'; say: readonly Reply[] };

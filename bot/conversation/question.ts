import type { Content } from './inbound.ts';
import type { Json } from './json.ts';
import type { Reply, Text } from './reply.ts';

/** What a question makes of what it hears: an answer (with what was understood, said before the next question), or a kind word and the same question again. */
export type Heard<V> = { answer: V; note?: Text } | { again: Text };

type Of<K extends Content['kind']> = Extract<Content, { kind: K }>;

/** One reader for each kind of content the question takes; a kind without a reader is misunderstood, or fills another question's slot. */
export type Hearing<V> = { [K in Content['kind']]?: (content: Of<K>) => Heard<V> };

/**
 * One thing asked. `valid` judges a stored answer again, since a deploy may have changed what counts; `more` takes
 * the rest of an answer that came in pieces (an album, a sentence split over two messages).
 */
export type Question<V extends Json = Json> = {
  ask: Reply;
  hear: Hearing<V>;
  valid: (value: Json) => boolean;
  more?: Partial<{ [K in Content['kind']]: (old: V, content: Of<K>) => Heard<V> }>;
  /** Its name in the list of what can be changed; without one it cannot be changed by itself. */
  title?: Text;
  /** Never asked by itself: only when the person picks it among what can be changed. */
  volunteer?: boolean;
};

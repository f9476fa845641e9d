import type { City, Contact } from '../ports.ts';
import type { ChannelName } from './inbound.ts';
import type { Text } from './reply.ts';

/** Who speaks, when, and fresh randomness: nothing in a flow looks at a clock or a die but through this. */
export type Moment = {
  now: Date;
  locale: string;
  city: City;
  contact: { id: number; noticed: boolean; channel: ChannelName; hats: Contact['hats'] };
  /** Whether a draft waits to be taken up again. */
  drafts: boolean;
  /** A sentence of ours in the person's language, for what they hand on with a tap instead of words of their own. */
  spoken: (text: Text) => string;
  random: (bytes: number) => Uint8Array;
};

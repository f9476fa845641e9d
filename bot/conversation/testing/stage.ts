import type { Decision, Desk } from '../../desk.ts';
import { flows } from '../../flows/index.ts';
import { tongueOf } from '../../i18n/tongue.ts';
import type { Session } from '../../ports.ts';
import type { Reads } from '../../reads.ts';
import { route } from '../../route.ts';
import type { Content, Inbound } from '../inbound.ts';
import type { Moment } from '../moment.ts';
import type { Reply } from '../reply.ts';
import { testCity } from './city.ts';
import { townReads } from './reads.ts';

/** One person before the hall: what is held for them, and what they were told last. */
export type Stage = {
  locale: string;
  session: Session;
  turn: number;
  say: readonly Reply[];
  effects: Decision['effects'];
};

const from = { channel: 'telegram', account: '4242', id: '7001' } as const;

/** Turns lie half a minute apart, and each has bytes of its own that are the same when it is played again. */
export const momentOfTurn = ({
  turn,
  locale,
  session,
}: Pick<Stage, 'turn' | 'locale' | 'session'>): Moment => ({
  now: new Date(Date.UTC(2026, 10, 18, 2) + turn * 30_000),
  locale,
  spoken: tongueOf(locale).text,
  city: testCity,
  contact: { id: 1, noticed: session.contact.noticed, channel: 'telegram', hats: [] },
  drafts: session.parked.length > 0 || session.talk?.form === 'report',
  random: (bytes) => Uint8Array.from({ length: bytes }, (_, i) => (turn * 31 + i * 97 + 11) % 251),
});

/** Somebody who has never written, in a language. */
export const newcomer = (locale = 'id'): Stage => ({
  locale,
  turn: 0,
  say: [],
  effects: [],
  session: {
    contact: { id: 1, address: from, locale, noticed: false, stopped: false, hats: [] },
    talk: null,
    parked: [],
    menu: [],
    revision: 0,
    lastKey: undefined,
    spokeAt: undefined,
  },
});

/** What the hall decides about one thing said, without carrying anything out. */
export const heardOn = (stage: Stage, content: Content, reads: Reads = townReads): Promise<Decision> => {
  const moment = momentOfTurn(stage);
  const desk: Desk = { registry: flows, moment, tongue: tongueOf(stage.locale), reads };
  const inbound: Inbound = { id: String(stage.turn), from, at: moment.now, content };
  return route(stage.session, inbound, desk);
};

/** The stage after a decision, as the database would keep it: papers, the menu, a notice shown. */
export const after = (stage: Stage, { talk, parked, say, effects }: Decision): Stage => ({
  ...stage,
  turn: stage.turn + 1,
  say,
  effects,
  session: {
    ...stage.session,
    contact: {
      ...stage.session.contact,
      noticed: stage.session.contact.noticed || effects.some((effect) => effect.do === 'contact.noticed'),
    },
    talk,
    parked,
    menu: talk ? [] : (say.at(-1)?.choices ?? []),
    spokeAt: momentOfTurn(stage).now,
  },
});

export const tell = async (stage: Stage, content: Content): Promise<Stage> =>
  after(stage, await heardOn(stage, content));

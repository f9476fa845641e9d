import type { NominationReads } from '../../../bot/domain/award/nomination-reads.ts';
import type { City } from '../../../bot/ports.ts';
import type { Runner } from '../../prepared.ts';
import type { Seal } from '../../sealed.ts';
import { awardLookOf } from './award-look.ts';
import { forwardingDesk } from './forwarding.ts';
import { colleagueNamed, colleaguesLike, nominatingDesk } from './nominating.ts';
import { nomineeCardOf, ownStories } from './nominee-card.ts';

/** What the conversation of one chat may look up of nominating and being named. */
export const createNominationReads = (
  runner: Runner,
  seal: Seal,
  city: () => City,
  { contact, now }: { contact: number; now: () => Date },
): NominationReads => ({
  awardLook: () => awardLookOf(runner, city(), { contact, now: now() }),
  nominating: () => nominatingDesk(runner, city(), { contact, now: now() }),
  colleaguesLike: (words) => colleaguesLike(runner, city(), { contact, words }),
  colleague: (id) => colleagueNamed(runner, city(), { contact, id }),
  nomineeCard: (id) => nomineeCardOf(runner, city(), { contact, id, now: now() }),
  ownStories: (id) => ownStories(runner, seal, city(), { contact, id, now: now() }),
  forwarding: (nominee) => forwardingDesk(runner, seal, city(), { contact, nominee, now: now() }),
});

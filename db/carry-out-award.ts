import type { Effect } from '../bot/effects.ts';
import type { City, Contact } from '../bot/ports.ts';
import type { Runner } from './prepared.ts';
import type { Seal } from './sealed.ts';
import { answerObjection } from './stores/award/answer-objection.ts';
import { castBallot } from './stores/award/cast.ts';
import { sayConsent } from './stores/award/consent.ts';
import { lookAtCandidate } from './stores/award/evidence.ts';
import { forwardNominee } from './stores/award/forward.ts';
import { giveMarks } from './stores/award/mark.ts';
import { nominate } from './stores/award/nominate.ts';
import { objectToAward } from './stores/award/object.ts';
import { answerCommittee } from './stores/award/reply.ts';
import { confirmRecord } from './stores/award/saw-record.ts';
import { sayStoryConsent } from './stores/award/story-consent.ts';
import { giveVerdict } from './stores/award/verdict.ts';

type AwardEffect = Extract<Effect, { do: `award.${string}` }>;

/** Whether a conversation asked for something about the award. */
export const isOfAward = (effect: Effect): effect is AwardEffect => effect.do.startsWith('award.');

/** What `carry-out.ts` does of the award. */
export const carryOutAward = (
  tx: Runner,
  seal: Seal,
  city: City,
  contact: Contact,
  effect: AwardEffect,
  at: Date,
): Promise<unknown> => {
  switch (effect.do) {
    case 'award.cast':
      return castBallot(tx, city, contact, effect, at);
    case 'award.nominate':
      return nominate(tx, seal, city, contact, effect, at);
    case 'award.consent':
      return sayConsent(tx, seal, city, contact, effect, at);
    case 'award.saw-record':
      return confirmRecord(tx, city, contact, effect, at);
    case 'award.object':
      return objectToAward(tx, seal, city, contact, effect, at);
    case 'award.answer-objection':
      return answerObjection(tx, seal, city, contact, effect, at);
    case 'award.story-consent':
      return sayStoryConsent(tx, contact, effect);
    case 'award.forward':
      return forwardNominee(tx, seal, city, contact, effect, at);
    case 'award.evidence':
      return lookAtCandidate(tx, city, contact, effect, at);
    case 'award.verdict':
      return giveVerdict(tx, seal, city, contact, effect, at);
    case 'award.reply':
      return answerCommittee(tx, seal, city, contact, effect, at);
    case 'award.mark':
      return giveMarks(tx, seal, city, contact, effect, at);
    default:
      return effect satisfies never;
  }
};

import type { Template } from '../channels/whatsapp-cloud/template.ts';
import type { Capabilities } from '../conversation/capabilities.ts';
import type { Chat } from '../ports.ts';
import { isOpen } from './window.ts';

/** A chat as a letter sees it: `can` only where its channel is served here, `template` what could knock there. */
export type Place = Chat & { can: Capabilities | undefined; template: Template | undefined };

/** What of a letter decides its way. `answer` and `home` ones stay in their chat; `shut`: the platform has just refused free words there. */
export type Bound = {
  answer: boolean;
  home: boolean;
  shut: boolean;
  knockedAt: Date | undefined;
  /** Something was written since it was knocked. */
  news: boolean;
};

/** As it is, by a template that knocks, from another chat of the person, or not before they write. */
export type Way = 'send' | 'wait' | { knock: Template } | { elsewhere: Chat };

/** A chat is not knocked at twice within a day. */
const knockEveryMs = 24 * 3_600_000;

const free = (place: Place, now: Date): boolean =>
  place.can !== undefined && !place.gone && isOpen(place.can, place.spokeAt, now);

const knockable = ({ can, gone, template }: Place): boolean =>
  can?.window?.template === true && !gone && template !== undefined;

const latestChosen = (places: readonly Place[]): Place | undefined =>
  places
    .filter(({ chosenAt }) => chosenAt !== undefined)
    .sort((a, b) => (b.chosenAt?.getTime() ?? 0) - (a.chosenAt?.getTime() ?? 0))[0];

const knockAt = ({ template }: Place, { knockedAt, news }: Bound, now: Date): Way => {
  const lately = knockedAt !== undefined && now.getTime() - knockedAt.getTime() < knockEveryMs;
  return template && !lately && (news || knockedAt === undefined) ? { knock: template } : 'wait';
};

/**
 * The way of a letter. Answers go to their own chat; news to the chat that was chosen for it, else to its own: freely while
 * the person's last word is fresh, later by one template that knocks for all that waits, else to another of their chats. Every chat
 * of a person decides alike, so that no letter is passed to and fro.
 */
export const wayOf = (letter: Bound, own: Place, others: readonly Place[], now: Date): Way => {
  if (letter.answer && !letter.shut) return 'send';
  const elsewhere = letter.answer || letter.home ? [] : others;
  const chosen = elsewhere.length > 0 ? latestChosen([own, ...elsewhere]) : undefined;
  if (chosen && chosen.contact !== own.contact && (free(chosen, now) || knockable(chosen)))
    return { elsewhere: chosen };
  if (free(own, now) && !letter.shut) return 'send';
  if (knockable(own)) return knockAt(own, letter, now);
  const other = elsewhere.find((place) => free(place, now)) ?? elsewhere.find(knockable);
  if (other) return { elsewhere: other };
  return own.can?.window === null ? 'send' : 'wait';
};

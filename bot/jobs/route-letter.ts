import type { Template } from '../channels/whatsapp-cloud/template.ts';
import type { Capabilities } from '../conversation/capabilities.ts';
import type { Chat } from '../ports.ts';
import { isOpen } from './window.ts';

/** A chat as a letter sees it: `can` only where its channel is served here, `template` what could knock there. */
export type Place = Chat & { can: Capabilities | undefined; template: Template | undefined };

/** What of a letter decides its way. `work` need not wait where it can be read at once; `shut`: the platform has just refused free words there. */
export type Bound = {
  answer: boolean;
  work: boolean;
  shut: boolean;
  knockedAt: Date | undefined;
  /** Something was written since it was knocked. */
  news: boolean;
};

/** As it is, by a template that knocks, from another chat, or not before they write. */
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

/** The chat that was chosen, if that is another one and it can be used; what is work does not wait there while another chat is open. */
const chosenElsewhere = ({ work }: Bound, chosen: Place | undefined, open: boolean, now: Date) =>
  chosen && (free(chosen, now) || (knockable(chosen) && !(work && open))) ? chosen : undefined;

/**
 * The way of a letter; `others` are the chats it may go to. Answers go to their own chat; news to the chat that was chosen
 * for it, else to its own: freely while the person's last word is fresh, later by one template that knocks for all that waits, else to another
 * chat; work looks for an open chat before it knocks. Every chat decides alike, so that no letter is passed to and fro.
 */
export const wayOf = (letter: Bound, own: Place, others: readonly Place[], now: Date): Way => {
  if (letter.answer && !letter.shut) return 'send';
  const elsewhere = letter.answer ? [] : others;
  const chosen = elsewhere.length > 0 ? latestChosen([own, ...elsewhere]) : undefined;
  const isHere = chosen?.contact === own.contact;
  const here = free(own, now) && !letter.shut;
  const other = elsewhere.find((place) => free(place, now));
  const there = chosenElsewhere(letter, isHere ? undefined : chosen, here || other !== undefined, now);
  if (there) return { elsewhere: there };
  if (here) return 'send';
  const comesBack = letter.shut && isHere;
  if (letter.work && other && !comesBack) return { elsewhere: other };
  if (knockable(own)) return knockAt(own, letter, now);
  const last = comesBack ? undefined : (other ?? elsewhere.find(knockable));
  if (last) return { elsewhere: last };
  return own.can?.window === null ? 'send' : 'wait';
};

import type { Json } from '../bot/conversation/json.ts';
import type { Choice } from '../bot/conversation/reply.ts';
import type { Talk } from '../bot/conversation/talk.ts';
import type { Seal } from './sealed.ts';

/** What is sealed of a conversation: everything a person said in it. */
export type Papers = { talk: Talk | null; parked: readonly Talk[]; menu: readonly Choice[] };

const placeOf = (contact: number): string => `talk|${contact}`;

/** Opens a contact's papers; a quiet conversation has none. */
export const openPapers = (seal: Seal, contact: number, sealed: Uint8Array | null): Papers =>
  sealed ? JSON.parse(seal.open('talk', placeOf(contact), sealed)) : { talk: null, parked: [], menu: [] };

/** Seals a contact's papers; null when there is nothing to keep. */
export const sealPapers = (seal: Seal, contact: number, papers: Papers): Buffer | null =>
  papers.talk || papers.parked.length > 0 || papers.menu.length > 0
    ? seal.seal('talk', placeOf(contact), JSON.stringify(papers))
    : null;

/** An answer without the photo; undefined when nothing is left of it. */
const answerWithout = (answer: Json, id: string): Json | undefined => {
  if (Array.isArray(answer)) {
    const kept = answer.filter((one) => one !== id);
    return kept.length === 0 && answer.length > 0 ? undefined : kept;
  }
  if (typeof answer !== 'object' || answer === null) return answer;
  const parts = answersWithout(answer, id);
  return Object.keys(parts).length === 0 && Object.keys(answer).length > 0 ? undefined : parts;
};

const answersWithout = (answers: { [name: string]: Json }, id: string): { [name: string]: Json } =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([name, answer]) => {
      const kept = answerWithout(answer, id);
      return kept === undefined ? [] : [[name, kept]];
    }),
  );

/** Takes a photo out of every answer; an answer that was nothing else is gone, and its question open again. */
export const papersWithoutPhoto = ({ talk, parked, menu }: Papers, id: string): Papers => {
  const without = (one: Talk): Talk => ({ ...one, answers: answersWithout(one.answers, id) });
  return { talk: talk && without(talk), parked: parked.map(without), menu };
};

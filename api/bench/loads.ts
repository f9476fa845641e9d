import { setTimeout as sleep } from 'node:timers/promises';
import { steps } from './dialogue.ts';
import type { OnReply, Person } from './person.ts';

/** What came of a load: numbers of the receipts that people hold, and how many never got theirs. */
export type Played = { tickets: string[]; stuck: number };

/** A person who hears nothing for so long has been forgotten (milliseconds), unless a service is killed meanwhile. */
const usualPatience = 10_000;

const patiently = async (
  ticket: Promise<string>,
  played: Played,
  patience = usualPatience,
): Promise<boolean> => {
  const forgotten = new AbortController();
  const late = sleep(patience, undefined, { signal: forgotten.signal }).catch(() => undefined);
  const held = await Promise.race([ticket.catch(() => undefined), late]);
  forgotten.abort();
  if (held) played.tickets.push(held);
  else played.stuck += 1;
  return held !== undefined;
};

/**
 * So many people at once, each answering in the moment they are asked; whoever is done makes room for the next. After
 * `goesOn` has said no, all end the report they are at.
 */
export const saturate = async (
  people: readonly Person[],
  atOnce: number,
  goesOn: (begun: number) => boolean,
  onReply: OnReply,
): Promise<Played> => {
  const played: Played = { tickets: [], stuck: 0 };
  const idle = [...people];
  let begun = 0;
  const one = async () => {
    while (goesOn(begun)) {
      const person = idle.shift();
      if (!person) return;
      begun += 1;
      if (await patiently(person.play({ onReply }), played)) idle.push(person);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, people.length) }, one));
  return played;
};

/** People take up to so long over an answer (milliseconds). */
const thinking = 200;

/**
 * An open load: reports begin by the clock, `rate` updates a second, whether or not earlier ones are done, and what
 * comes late counts from when it should have come.
 */
export const openLoad = async (
  people: readonly Person[],
  rate: number,
  seconds: number,
  onReply: OnReply,
  patience = usualPatience,
): Promise<Played> => {
  const played: Played = { tickets: [], stuck: 0 };
  const idle = [...people];
  const under = new Set<Promise<void>>();
  const between = (1000 * steps.length) / rate;
  const start = performance.now();
  const dialogues = Math.ceil((seconds * rate) / steps.length);
  for (let i = 0; i < dialogues; i++) {
    const from = start + i * between;
    const early = from - performance.now();
    if (early > 0) await sleep(early);
    while (idle.length === 0) await Promise.race(under);
    const person = idle.shift();
    if (!person) continue;
    const think = () => Math.random() * thinking;
    const playing = patiently(
      person.play({ onReply, think, from: Math.min(from, performance.now()) }),
      played,
      patience,
    ).then((well) => {
      if (well) idle.push(person);
      under.delete(playing);
    });
    under.add(playing);
  }
  await Promise.all(under);
  return played;
};

import { setTimeout as sleep } from 'node:timers/promises';
import { openLoad, type Played } from '../loads.ts';
import type { Person } from '../person.ts';

/** Updates a second of the dialogues beside a broadcast. */
export const perSecond = 10;

/** They are patient: a killed service is away for seconds (milliseconds). */
const patience = 60_000;

/** So many people take turns, a second's new dialogues each. */
const shifts = 10;

/** Dialogues that begin by the clock until they are told to end, each reply's milliseconds told. */
export const dialoguesBeside = (people: readonly Person[], onReply: (milliseconds: number) => void) => {
  const each = Math.floor(people.length / shifts);
  const under = new Set<Promise<Played>>();
  const played: Played[] = [];
  let goesOn = true;
  const going = (async () => {
    for (let second = 0; goesOn; second++) {
      const shift = people.slice((second % shifts) * each, ((second % shifts) + 1) * each);
      const playing = openLoad(shift, perSecond, 1, onReply, patience);
      under.add(playing);
      void playing.then((what) => {
        played.push(what);
        under.delete(playing);
      });
      await sleep(1_000);
    }
  })();
  /** Ends it; gives how many never heard an answer. */
  return async (): Promise<number> => {
    goesOn = false;
    await going;
    await Promise.all(under);
    return played.reduce((sum, { stuck }) => sum + stuck, 0);
  };
};

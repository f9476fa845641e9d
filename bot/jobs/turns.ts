import type { Address } from '../conversation/inbound.ts';
import { longestPace, type Pacing } from '../pace.ts';
import type { Clock } from '../ports.ts';
import type { Silence } from '../silence.ts';
import { createGate } from './gate.ts';

/**
 * How a letter that has waited for so many milliseconds gets its place on the wire; `false` when that lasts so long that
 * it had better go back to the outbox.
 */
export type Turns = (to: Address, bulk: boolean, waited: number) => Promise<boolean>;

type Parts = {
  pace: Pick<Pacing, 'lane' | 'calm'>;
  silence: Pick<Silence, 'left'>;
  clock: Clock;
  wait: (milliseconds: number) => Promise<void>;
};

/**
 * The last thing before a letter goes: nothing goes while the platform asked us to be silent, and unasked letters of an
 * account go one after the other, each when answers leave it a place. Whoever waits has taken nothing that an answer
 * could need.
 */
export const createTurns = ({ pace, silence, clock, wait }: Parts): Turns => {
  const lanes = new Map<string, ReturnType<typeof createGate>>();
  const laneOf = ({ channel, account }: Address) => {
    const name = `${channel}|${account}`;
    const lane = lanes.get(name) ?? createGate(1);
    lanes.set(name, lane);
    return lane;
  };
  const turn = async (to: Address, bulk: boolean, since: number): Promise<boolean> => {
    for (;;) {
      const silent = silence.left(to);
      const ahead = silent || (bulk ? pace.lane(to) : 0);
      if (ahead === 0) return true;
      if (clock.now().getTime() + ahead - since > longestPace) return false;
      await wait(ahead);
      if (silent > 0) pace.calm(to);
    }
  };
  return (to, bulk, waited) => {
    const since = clock.now().getTime() - waited;
    return bulk ? laneOf(to)(() => turn(to, bulk, since)) : turn(to, bulk, since);
  };
};

import { type Hands, type Home, type Seen, steps, ticketIn } from './dialogue.ts';

/** Told of each reply: milliseconds from the update, and which of the seven it was. */
export type OnReply = (milliseconds: number, step: number) => void;

/** How one dialogue goes: `from` is when it should have begun, so that a late start counts as waiting. */
export type Playing = { onReply: OnReply; think?: () => number; from?: number };

/** Somebody who reports again and again from home. `play` resolves with the ticket's number. */
export type Person = { play: (playing: Playing) => Promise<string> };

type Turn = Playing & {
  step: number;
  asked: number;
  done: (ticket: string) => void;
  refuse: (fault: unknown) => void;
};

/** A person who answers in the very moment the reply stands on the screen, unless they think first. `watch` is their screen. */
export const personOf = (phone: Hands, home: Home, watch: (look: (seen: Seen) => void) => void): Person => {
  let turn: Turn | undefined;
  let last: string | undefined;

  const act = (now: Turn) => {
    try {
      steps[now.step]?.act(phone, home);
    } catch (fault) {
      turn = undefined;
      now.refuse(fault);
    }
  };

  const goOn = (now: Turn, ticket: string | undefined) => {
    now.onReply(performance.now() - now.asked, now.step);
    now.step += 1;
    if (now.step === steps.length) {
      turn = undefined;
      last = ticket;
      now.done(ticket ?? '');
      return;
    }
    const pause = now.think?.() ?? 0;
    now.asked = Number.POSITIVE_INFINITY;
    const next = () => {
      now.asked = performance.now();
      act(now);
    };
    if (pause > 0) setTimeout(next, pause);
    else next();
  };

  watch((seen) => {
    if (!turn || turn.asked === Number.POSITIVE_INFINITY) return;
    const ticket = ticketIn(seen);
    if (ticket !== undefined && ticket === last) return;
    if (steps[turn.step]?.answered(seen)) goOn(turn, ticket);
  });

  return {
    play: (playing) =>
      new Promise((done, refuse) => {
        turn = { ...playing, step: 0, asked: playing.from ?? performance.now(), done, refuse };
        act(turn);
      }),
  };
};

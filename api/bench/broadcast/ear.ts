import type { CallRecord } from '../../../bot/channels/telegram/emulator/index.ts';

/** A time in which nothing may be said, in milliseconds since 1970. */
export type Silence = { from: number; until: number };

/** What the platform heard: how often each letter, when anything was said, when it asked for silence, and who spoke in it. */
export type Ear = {
  hear: (call: CallRecord) => void;
  /** How often each letter arrived, by its number. */
  letters: ReadonlyMap<number, number>;
  said: readonly number[];
  silences: readonly Silence[];
  /** Calls within a silence, in milliseconds since it was asked for: those on their way at that moment are the first ones. */
  inSilence: readonly number[];
};

const number = /\(nomor (\d+)\)/;

/** A letter's words end with its number, by which it is known again. */
export const numbered = (nth: number): string => `(nomor ${nth})`;

const speaks = (method: string): boolean => /^(send|edit)/i.test(method);

/** Listens at the platform's end, whose seconds are `second` milliseconds long. */
export const createEar = (second: number): Ear => {
  const letters = new Map<number, number>();
  const said: number[] = [];
  const silences: Silence[] = [];
  const inSilence: number[] = [];
  const heardIn = (at: number) => {
    for (const { from, until } of silences.slice(-20)) if (at < until) return inSilence.push(at - from);
    return 0;
  };
  return {
    letters,
    said,
    silences,
    inSilence,
    hear: ({ method, params, at, ok, result }) => {
      if (!speaks(method)) return;
      heardIn(at);
      if (ok) {
        said.push(at);
        const nth = number.exec(String(params.text ?? ''))?.[1];
        if (nth !== undefined) letters.set(Number(nth), (letters.get(Number(nth)) ?? 0) + 1);
        return;
      }
      const { parameters } = result as { parameters?: { retry_after?: number } };
      if (parameters?.retry_after) silences.push({ from: at, until: at + parameters.retry_after * second });
    },
  };
};

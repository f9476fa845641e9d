import type { CallRecord } from './account.ts';
import { Refusal, type RefusalParameters, tooMany } from './outcome.ts';

/** What goes wrong, and for whom. `share` is a probability, `times` how often at most, both open if left out. */
export type Fault = {
  kind: 'throttle' | 'server-error' | 'lost-reply' | 'hang' | 'refuse';
  method?: string;
  chat?: number;
  /** Only calls, or only what rides in a webhook's response, of which a bot never learns what came; both if left out. */
  from?: CallRecord['from'];
  times?: number;
  share?: number;
  /** Seconds, for `throttle`. */
  retryAfter?: number;
  /** For `refuse`. */
  code?: number;
  description?: string;
  parameters?: RefusalParameters;
};

export type Faults = {
  add(fault: Fault): void;
  clear(): void;
  pick(method: string, chat: unknown, from: CallRecord['from']): Fault | undefined;
};

/** Faults on demand, judged for every call in the order they were added; the first that applies happens. */
export function createFaults(dice: () => number): Faults {
  let faults: { fault: Fault; left: number }[] = [];
  return {
    add: (fault) => void faults.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }),
    clear() {
      faults = [];
    },
    pick(method, chat, from) {
      if (faults.length === 0) return undefined;
      const hit = faults.find(
        ({ fault, left }) =>
          left > 0 &&
          (fault.method === undefined || fault.method.toLowerCase() === method) &&
          (fault.chat === undefined || fault.chat === Number(chat)) &&
          (fault.from === undefined || fault.from === from) &&
          (fault.share === undefined || dice() < fault.share),
      );
      if (hit) hit.left--;
      return hit?.fault;
    },
  };
}

/** The refusal a fault stands for; none for those that let the call happen or never answer. */
export function refusalOf(fault: Fault): Refusal | undefined {
  switch (fault.kind) {
    case 'throttle':
      return tooMany(fault.retryAfter ?? 1);
    case 'server-error':
      return new Refusal(fault.code ?? 500, fault.description ?? 'Internal Server Error');
    case 'refuse':
      return new Refusal(
        fault.code ?? 400,
        fault.description ?? 'Bad Request: refused on demand',
        fault.parameters,
      );
    case 'lost-reply':
    case 'hang':
      return undefined;
    default:
      return fault.kind satisfies never;
  }
}

import { type ErrorCode, Refusal } from './refusal.ts';
import type { CallName } from './world.ts';

/**
 * What goes wrong, for which call and for whom (`to`, as the call names the person). `share` is a probability, `times`
 * how often at most, both open if left out. `fails-later`: taken, then reported as failed.
 */
export type Fault = {
  kind: 'throttle' | 'server-error' | 'refuse' | 'fails-later' | 'lost-reply' | 'hang';
  call?: CallName;
  to?: string;
  times?: number;
  share?: number;
  /** For `refuse` and `fails-later`. */
  code?: ErrorCode;
  details?: string;
};

export type Faults = {
  add(fault: Fault): void;
  clear(): void;
  pick(call: CallName, to: string | undefined): Fault | undefined;
};

/** Faults on demand, judged for every call in the order they were added; the first that applies happens. */
export function createFaults(dice: () => number): Faults {
  let faults: { fault: Fault; left: number }[] = [];
  return {
    add: (fault) => void faults.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }),
    clear() {
      faults = [];
    },
    pick(call, to) {
      const hit = faults.find(
        ({ fault, left }) =>
          left > 0 &&
          (fault.call === undefined || fault.call === call) &&
          (fault.kind !== 'fails-later' || call === 'messages') &&
          (fault.to === undefined || fault.to === to) &&
          (fault.share === undefined || dice() < fault.share),
      );
      if (hit) hit.left--;
      return hit?.fault;
    },
  };
}

/** The refusal a fault stands for; none for those that let the call happen or never answer. */
export function refusalOf({ kind, code, details }: Fault): Refusal | undefined {
  switch (kind) {
    case 'throttle':
      return new Refusal(130429, details ?? 'Cloud API message throughput has been reached.');
    case 'server-error':
      return new Refusal(131000, details ?? 'Message failed to send due to an unknown error.');
    case 'refuse':
      return new Refusal(code ?? 131009, details ?? 'refused on demand');
    case 'fails-later':
    case 'lost-reply':
    case 'hang':
      return undefined;
    default:
      return kind satisfies never;
  }
}

export const lateRefusalOf = (fault: Fault | undefined): Refusal | undefined =>
  fault?.kind === 'fails-later'
    ? new Refusal(fault.code ?? 131026, fault.details ?? 'failed on demand')
    : undefined;

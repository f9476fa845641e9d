import type { Given } from '../../emulator/wire-request.ts';
import { lateRefusalOf, refusalOf } from './faults.ts';
import { newTrace } from './identifiers.ts';
import { envelopeOf, graphErrors, Refusal } from './refusal.ts';
import type { CallName, CallRecord, Desk } from './world.ts';

/** What a call asks for; `run` does it, and may be told that the message is to fail later. */
export type Call = {
  call: CallName;
  to?: string;
  params: Record<string, unknown>;
  run: (late: Refusal | undefined) => object | Promise<object>;
};

const json = (status: number, body: object): Given => ({ kind: 'json', status, text: JSON.stringify(body) });

/**
 * Carries out one call: faults first, then the call, then the record. A lost reply means the effect has happened and
 * the caller must not learn of it.
 */
export async function carryOut(desk: Desk, { call, to, params, run }: Call): Promise<Given> {
  const { world } = desk;
  world.stats.calls++;
  const fault = world.faults.pick(call, to);
  if (fault?.kind === 'hang') return { kind: 'hang' };
  let outcome: { status: number; result: object };
  try {
    const refusal = fault && refusalOf(fault);
    if (refusal) throw refusal;
    outcome = { status: 200, result: await run(lateRefusalOf(fault)) };
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason;
    world.stats.refused++;
    outcome = {
      status: graphErrors[reason.code].status,
      result: envelopeOf(reason, newTrace(world.dice)),
    };
  }
  const ok = outcome.status === 200;
  const record: CallRecord = { call, to, params, at: world.clock.now(), ok, ...outcome };
  desk.calls.add(record);
  world.onCall?.(record);
  return fault?.kind === 'lost-reply' ? { kind: 'lost' } : json(outcome.status, outcome.result);
}

/** A refusal before it is known which number is meant. */
export const refused = (refusal: Refusal, dice: () => number): Given =>
  json(graphErrors[refusal.code].status, envelopeOf(refusal, newTrace(dice)));

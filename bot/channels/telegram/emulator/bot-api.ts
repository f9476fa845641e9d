import type { CallRecord } from './account.ts';
import { refusalOf } from './faults.ts';
import { methods } from './methods/index.ts';
import { type Answer, type Params, Refusal, refused } from './outcome.ts';
import { isUpload } from './params.ts';
import type { Desk } from './world.ts';

const notFound = new Refusal(404, 'Not Found');

/**
 * Carries out one method for one bot: faults first, then the method, then the record. A lost reply means the
 * effect has happened and the caller must not learn of it.
 */
export async function callMethod(
  desk: Desk,
  name: string,
  params: Params,
  from: CallRecord['from'],
  signal?: AbortSignal,
): Promise<Answer> {
  const { world, account } = desk;
  const key = name.toLowerCase();
  const method = methods.get(key);
  world.stats.calls++;
  const fault = world.faults.pick(key, params.chat_id, from);
  if (fault?.kind === 'hang') return 'hang';
  let answer: Exclude<Answer, string>;
  try {
    const refusal = method ? fault && refusalOf(fault) : notFound;
    if (refusal || !method) throw refusal;
    const given = method(desk, params, signal);
    answer = { ok: true, result: given instanceof Promise ? await given : given };
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason;
    world.stats.refused++;
    answer = refused(reason);
  }
  const record: CallRecord = {
    method: name,
    chat: params.chat_id === undefined ? undefined : String(params.chat_id),
    params: withoutBytes(params),
    at: world.clock.now(),
    ok: answer.ok,
    result: answer.ok ? answer.result : answer,
    from,
  };
  account.calls.add(record);
  world.onCall?.(record);
  return fault?.kind === 'lost-reply' ? 'lost' : answer;
}

/** Records keep names and sizes of files, not the files. */
function withoutBytes(params: Params): Params {
  for (const value of Object.values(params)) {
    if (!isUpload(value)) continue;
    const light = Object.entries(params).map(([name, one]) =>
      isUpload(one) ? [name, { name: one.name, type: one.type, size: one.bytes.length }] : [name, one],
    );
    return Object.fromEntries(light);
  }
  return params;
}

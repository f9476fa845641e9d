import type { Post } from '../../emulator/post.ts';
import { ring } from '../../emulator/ring.ts';
import { createDelivery } from './delivery.ts';
import type { GraphOptions, NumberSetting } from './emulator-options.ts';
import { createPace, type PairLimit, realPairLimit } from './pace.ts';
import type { Desk, World } from './world.ts';

const limitOf = (given: GraphOptions['pairLimit']): PairLimit | undefined =>
  given === undefined ? undefined : { ...realPairLimit, ...(given !== true && given) };

/** One number of the business, ready to be spoken to. */
export function openDesk(world: World, setting: NumberSetting, options: GraphOptions, post: Post): Desk {
  const number = { wabaId: `waba-${setting.phoneNumberId}`, ...setting };
  return {
    world,
    number,
    byNumber: new Map(),
    byUser: new Map(),
    chatOf: new Map(),
    delivery: createDelivery(world, number, number.appSecret, post),
    pace: createPace(limitOf(options.pairLimit), world.timeScale),
    calls: ring(options.callsKept ?? 10_000),
  };
}

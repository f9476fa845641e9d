import { expect, test } from 'vitest';
import type { Failure } from '../channel.ts';
import { failureOfCode } from './failure-of-code.ts';

test.each<[Failure, number | undefined, readonly number[]]>([
  ['throttled', 10, [4, 80007, 130429]],
  ['throttled', 600, [131048, 133016]],
  ['paired', undefined, [131056]],
  ['outside-window', undefined, [131047]],
  ['unreachable', undefined, [131026]],
  ['no-template', undefined, [132000, 132001, 132005, 132007, 132012, 132015, 132016, 132018]],
  ['misconfigured', undefined, [0, 3, 10, 190, 200, 299, 368, 131005, 131031, 131042, 133010]],
  ['unknown', undefined, [1, 2, 131000, 131016, 131057]],
  ['rejected', undefined, [100, 131008, 131009, 131021, 131051, 131053, 131062, 133000, 199, 300, -1, 7]],
])('a status that says failed is %s (%s s): %j', (failure, retryAfter, codes) => {
  for (const code of codes)
    expect(failureOfCode(code)).toEqual({ failure, ...(retryAfter !== undefined && { retryAfter }) });
});

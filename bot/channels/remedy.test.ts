import { describe, expect, test } from 'vitest';
import type { Failure } from './channel.ts';
import { remedyFor } from './remedy.ts';

const remedy = (failure: Failure, attempts: number, retryAfter?: number) =>
  remedyFor({ ok: false, failure, detail: '', ...(retryAfter !== undefined && { retryAfter }) }, attempts);

const later = (seconds: number, pause = false) => ({ kind: 'later', seconds, pause });
const end = (state: 'dead' | 'dropped') => ({ kind: 'end', state });

describe('a letter that could not be sent', () => {
  test.each<[Failure, number, number | undefined, object]>([
    ['throttled', 1, 7, later(7, true)],
    ['throttled', 400, 3600, later(3600, true)],
    ['throttled', 1, undefined, later(1, true)],
    ['paired', 1, undefined, later(4)],
    ['paired', 3, undefined, later(64)],
    ['paired', 9, undefined, later(3600)],
    ['outside-window', 3, undefined, later(3600)],
    ['no-template', 3, undefined, later(3600)],
    ['unknown', 1, undefined, later(2)],
    ['unknown', 5, undefined, later(32)],
    ['unknown', 9, undefined, later(512)],
    ['unknown', 11, undefined, later(600)],
    ['unknown', 12, undefined, end('dead')],
    ['misconfigured', 1, undefined, later(60)],
    ['misconfigured', 47, undefined, later(60)],
    ['misconfigured', 48, undefined, end('dead')],
    ['rejected', 1, undefined, end('dead')],
    ['restricted', 1, undefined, end('dead')],
    ['blocked', 1, undefined, end('dropped')],
    ['unreachable', 1, undefined, end('dropped')],
  ])('%s at try %i with retry after %s: %j', (failure, attempts, retryAfter, wanted) => {
    expect(remedy(failure, attempts, retryAfter)).toEqual(wanted);
  });

  test('without a clear answer is tried for about an hour before a person must look', () => {
    let seconds = 0;
    for (let attempt = 1; attempt < 20; attempt++) {
      const what = remedy('unknown', attempt);
      if (what.kind === 'end') break;
      seconds += what.seconds;
    }
    expect(seconds / 60).toBeGreaterThan(30);
    expect(seconds / 60).toBeLessThan(90);
  });
});

import { join } from 'node:path';
import { type Lock, tryLock, waitForLock } from './lock.ts';
import type { Place } from './place.ts';

/**
 * Who uses the server of one place. Every process that connects holds `users` shared, so the last one to go
 * can tell that it is the last, even when others were killed; `gate` lets one at a time start or stop.
 */
export const gate = (place: Place): Promise<Lock> =>
  waitForLock(join(place.home, 'gate.lock'), 'alone', place.owner);

export const joinUsers = (place: Place): Promise<Lock> =>
  waitForLock(join(place.home, 'users.lock'), 'shared', place.owner);

export const onlyUser = (place: Place): Promise<Lock | undefined> =>
  tryLock(join(place.home, 'users.lock'), 'alone', place.owner);

import { mayAskRater } from '../../bot/domain/skm/may-ask-rater.ts';
import type { City } from '../../bot/ports.ts';
import type { Runner } from '../prepared.ts';
import { type Listener, listenersOf } from './listeners.ts';

/**
 * Those in chat who may ask somebody that rated a service of a unit low: its office's complaints officers, the city's desk
 * only where the office has none. `raters`: the chats of whoever rated, who is never their own officer.
 */
export const askersOf = async (
  runner: Runner,
  city: City,
  { unit, raters }: { unit: string; raters: readonly number[] },
): Promise<Listener[]> => {
  const others = (await listenersOf(runner, city)).filter(
    ({ chats }) => !chats.some((chat) => raters.includes(chat)),
  );
  const own = others.filter((one) => mayAskRater(one, unit, city) === 'own');
  return own.length > 0 ? own : others.filter((one) => mayAskRater(one, unit, city) === 'desk');
};

/** The employee of one chat, if they may. */
export const askerOf = async (
  runner: Runner,
  city: City,
  { unit, raters, contact }: { unit: string; raters: readonly number[]; contact: number },
): Promise<Listener | undefined> => {
  const [one] = await listenersOf(runner, city, contact);
  if (!one || one.chats.some((chat) => raters.includes(chat))) return undefined;
  return mayAskRater(one, unit, city) === 'no' ? undefined : one;
};

import { coordinates } from '../../conversation/coordinates.ts';
import type { ShownPin } from '../../conversation/fit.ts';
import type { Address } from '../../conversation/inbound.ts';
import type { Wire } from './encode.ts';
import { plain } from './html.ts';
import { placeOf } from './place.ts';

/**
 * A point on the map: a venue where it has a name, for a location shows none (core.telegram.org/bots/api#sendvenue). A
 * venue needs an address too, and its coordinates are one.
 */
export const pinCall = (to: Address, { name = '', ...point }: ShownPin): Wire => {
  const spot = { ...placeOf(to), latitude: point.lat, longitude: point.lon };
  const title = plain(name)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (title === '') return { method: 'sendLocation', body: spot };
  return { method: 'sendVenue', body: { ...spot, title, address: coordinates(point) } };
};

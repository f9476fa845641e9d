import type { Place } from '../../../conversation/questions/place.ts';
import { insideCity, type Region, regionOf } from '../../../domain/place.ts';
import { placesNamed } from '../../../domain/places-named.ts';
import type { Where } from './answers.ts';

/** What a pin or a person's words say of the place, reckoned once when it is given. */
export const whereIs = (place: Place, regions: readonly Region[]): Where => {
  if ('point' in place)
    return {
      region: regionOf(place.point, regions)?.place.code ?? null,
      named: [],
      inside: insideCity(place.point, regions),
    };
  const named = placesNamed(place.words, regions).map(({ code }) => code);
  return { region: named.length === 1 ? (named[0] ?? null) : null, named, inside: true };
};

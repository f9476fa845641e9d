import { isPlace, type Point, type Region, regionOf } from '../../../bot/domain/place.ts';
import type { Dice } from './dice.ts';
import texts from './texts.json' with { type: 'json' };

/** Where a report is about: a pin, or words about the place, and the kelurahan it lies in. */
export type Spot = { region: Region; street: string; landmark: string; point?: Point; words?: string };

/** How far from its centre towards its edge a pin may fall, as a share: boxes of neighbours overlap. */
const spread = 0.6;
const attempts = 20;

/** A spot in one of the city's kelurahan; three in four are pins, as most people press *Kirim lokasi*. */
export function newSpot(regions: readonly Region[], dice: Dice): Spot {
  const region = dice.pick(regions.filter(isPlace));
  const street = dice.pick(texts.streets);
  const landmark = dice.pick(texts.landmarks);
  const point = dice.chance(0.75) ? pinIn(region, regions, dice) : undefined;
  if (point) return { region, street, landmark, point };
  const corner = dice.chance(0.5) ? street : `RT ${dice.whole(1, 8)} RW ${dice.whole(1, 9)}`;
  return { region, street, landmark, words: `${landmark}, ${corner}, ${region.level} ${region.name}` };
}

function pinIn(region: Region, regions: readonly Region[], dice: Dice): Point | undefined {
  const { box, centre } = region;
  if (!box || !centre) return undefined;
  const near = (middle: number, low: number, high: number) => {
    const off = (dice.throw() + dice.throw() - 1) * spread;
    return Number((middle + off * (off < 0 ? middle - low : high - middle)).toFixed(6));
  };
  for (let attempt = 0; attempt < attempts; attempt++) {
    const lat = near(centre.lat, box.minLat, box.maxLat);
    const lon = near(centre.lon, box.minLon, box.maxLon);
    if (regionOf({ lat, lon }, regions)?.place === region) return { lat, lon };
  }
  return undefined;
}

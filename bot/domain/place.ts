/** Kelurahan and desa are the places a pin is named by; kecamatan and kabkota stand above them. */
export type Level = 'kabkota' | 'kecamatan' | 'kelurahan' | 'desa';

export type Point = { lat: number; lon: number };

/** A rectangle in degrees around a simplified outline, about 100 m wrong at its edges. */
export type Box = { minLat: number; maxLat: number; minLon: number; maxLon: number };

/** A region by its Kepmendagri code (`33.73.02.1003`); imported ones may lack centre and box. */
export type Region = {
  code: string;
  name: string;
  level: Level;
  parent: string | null;
  centre: Point | null;
  box: Box | null;
};

/** Where a pin lies: a kelurahan or desa and its kecamatan. A guess to be named back to the citizen. */
export type Whereabouts = { place: Region; district: Region | undefined };

const earthRadiusMetres = 6_371_008.8;

/** Great-circle distance (haversine), metres. */
export function distanceMetres(a: Point, b: Point): number {
  const dLat = radians(b.lat - a.lat);
  const dLon = radians(b.lon - a.lon);
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon / 2) ** 2;
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Boxes of neighbours overlap, so of all that hold the pin the one with the nearest centre wins. */
export function regionOf(point: Point, regions: readonly Region[]): Whereabouts | undefined {
  const place = nearest(
    point,
    regions.filter((region) => isPlace(region) && contains(region.box, point)),
  );
  if (!place) return undefined;
  return { place, district: regions.find(({ code }) => code === place.parent) };
}

/**
 * Whether a pin lies in the city: in its own box and in that of one of its kelurahan or desa, which follow the
 * outline more closely. A city without boxes cannot tell, and then nobody is turned away.
 */
export function insideCity(point: Point, regions: readonly Region[]): boolean {
  const boxed = regions.filter(({ box }) => box !== null);
  const cities = boxed.filter(({ level }) => level === 'kabkota');
  const places = boxed.filter(isPlace);
  const within = (some: readonly Region[]) =>
    some.length === 0 || some.some(({ box }) => contains(box, point));
  return within(cities) && within(places);
}

/** Kelurahan (town) or desa (village): the lowest level we name. */
export function isPlace({ level }: Pick<Region, 'level'>): boolean {
  return level === 'kelurahan' || level === 'desa';
}

function contains(box: Box | null, { lat, lon }: Point): boolean {
  return box !== null && lat >= box.minLat && lat <= box.maxLat && lon >= box.minLon && lon <= box.maxLon;
}

function nearest(point: Point, regions: readonly Region[]): Region | undefined {
  const away = ({ centre }: Region) => (centre ? distanceMetres(point, centre) : Number.POSITIVE_INFINITY);
  return regions.reduce<Region | undefined>(
    (best, region) => (best === undefined || away(region) < away(best) ? region : best),
    undefined,
  );
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

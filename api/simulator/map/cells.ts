import { isPlace, type Point, type Region } from '../../../bot/domain/place.ts';

/** A kelurahan on the drawn map, in the drawing's units: its corners, its centre as a pin knows it, and its middle for the eye. */
export type Cell = { region: Region; centre: Corner; middle: Corner; corners: readonly Corner[] };
export type Corner = readonly [x: number, y: number];

/** Where the drawing lies on the earth: `x = (lon - west) * perLon`, `y = (north - lat) * perLat`. */
export type Frame = {
  west: number;
  north: number;
  perLon: number;
  perLat: number;
  width: number;
  height: number;
};

const width = 600;
const margin = 0.004;

type Boxed = Region & { centre: Point; box: NonNullable<Region['box']> };
const isBoxed = (region: Region): region is Boxed =>
  isPlace(region) && region.centre !== null && region.box !== null;

const frameOf = (places: readonly Boxed[]): Frame => {
  const west = Math.min(...places.map(({ box }) => box.minLon)) - margin;
  const east = Math.max(...places.map(({ box }) => box.maxLon)) + margin;
  const south = Math.min(...places.map(({ box }) => box.minLat)) - margin;
  const north = Math.max(...places.map(({ box }) => box.maxLat)) + margin;
  const perLon = width / (east - west);
  const perLat = perLon / Math.cos((((north + south) / 2) * Math.PI) / 180);
  return { west, north, perLon, perLat, width, height: Math.round((north - south) * perLat) };
};

const onFrame = ({ west, north, perLon, perLat }: Frame, { lat, lon }: Point): Corner => [
  (lon - west) * perLon,
  (north - lat) * perLat,
];

/** What of a shape lies nearer to one centre than to another. */
const nearerTo = (corners: readonly Corner[], [ax, ay]: Corner, [bx, by]: Corner): Corner[] => {
  const side = ([x, y]: Corner) => (x - (ax + bx) / 2) * (bx - ax) + (y - (ay + by) / 2) * (by - ay);
  return corners.flatMap((corner, i): Corner[] => {
    const next = corners[(i + 1) % corners.length] ?? corner;
    const [here, there] = [side(corner), side(next)];
    const kept: Corner[] = here <= 0 ? [corner] : [];
    if (here < 0 === there < 0 || here === there) return kept;
    const share = here / (here - there);
    return [...kept, [corner[0] + share * (next[0] - corner[0]), corner[1] + share * (next[1] - corner[1])]];
  });
};

/** The centre of gravity of a shape; `otherwise` where it has no area. */
const middleOf = (corners: readonly Corner[], otherwise: Corner): Corner => {
  const [area, x, y] = corners.reduce(
    ([area, x, y], corner, i) => {
      const next = corners[(i + 1) % corners.length] ?? corner;
      const cross = corner[0] * next[1] - next[0] * corner[1];
      return [area + cross, x + (corner[0] + next[0]) * cross, y + (corner[1] + next[1]) * cross];
    },
    [0, 0, 0] as [number, number, number],
  );
  return area === 0 ? otherwise : [x / (3 * area), y / (3 * area)];
};

/**
 * The city's kelurahan as a pin is understood (`regionOf`): each box, less what lies nearer to a neighbour's centre.
 * Undefined for a city without boxes: it has no map.
 */
export const drawCity = (regions: readonly Region[]): { frame: Frame; cells: Cell[] } | undefined => {
  const places = regions.filter(isBoxed);
  if (places.length === 0) return undefined;
  const frame = frameOf(places);
  const cells = places.map((region): Cell => {
    const { minLat, maxLat, minLon, maxLon } = region.box;
    const centre = onFrame(frame, region.centre);
    const box = [
      { lat: maxLat, lon: minLon },
      { lat: maxLat, lon: maxLon },
      { lat: minLat, lon: maxLon },
      { lat: minLat, lon: minLon },
    ].map((corner) => onFrame(frame, corner));
    const corners = places
      .filter((other) => other !== region)
      .reduce((shape: Corner[], other) => nearerTo(shape, centre, onFrame(frame, other.centre)), box);
    return { region, centre, middle: middleOf(corners, centre), corners };
  });
  return { frame, cells };
};

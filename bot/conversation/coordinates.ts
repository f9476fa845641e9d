/** A spot on the earth, in degrees. */
export type Point = { lat: number; lon: number };

/** Six decimals are a step of a person; two stand there for whoever reads it. */
const degrees = new Intl.NumberFormat('en', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 6,
  useGrouping: false,
});

/** A point as it is typed in a terminal behind its `@`: `-7.33,110.50`. */
export const coordinates = ({ lat, lon }: Point): string => `${degrees.format(lat)},${degrees.format(lon)}`;

import type { Seal } from '../sealed.ts';
import type { CaseRow } from './case.ts';

/** What a citizen wrote and where it is, wherever it is kept. */
export type CaseContent = {
  words: string;
  place?: string;
  point?: { lat: number; lon: number };
  photos: readonly string[];
};

/** Opens a report's content: in plain columns, or sealed where the citizen chose *Tertutup*. */
export const contentOf = (row: CaseRow, seal: Seal): CaseContent => {
  const own = row.photos.filter(({ event }) => event === null).map(({ id }) => id);
  if (!row.sealed) {
    const { words, place, lat, lng } = row;
    return {
      words: words ?? '',
      ...(place && { place }),
      ...(lat !== null && lng !== null && { point: { lat, lon: lng } }),
      photos: own,
    };
  }
  const { words, place } = JSON.parse(seal.open('report', `report|${row.ticket}`, row.sealed));
  return {
    words,
    ...(place?.words && { place: place.words }),
    ...(place?.point && { point: place.point }),
    photos: own,
  };
};

/** Somebody's words in one event. */
export const eventWords = (seal: Seal, ticket: string, sealed: string | null): string | null =>
  sealed === null ? null : seal.open('report', `event|${ticket}`, Buffer.from(sealed, 'base64'));

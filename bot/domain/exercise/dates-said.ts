import type { LocalDate } from '../local-date.ts';
import { readDate } from '../read-date.ts';

const day = '\\d{1,2}[ ./-](?:\\d{1,2}|\\p{L}{3,9})(?:[ ./-](?:\\d{4}|\\d\\d(?!\\d)))?|\\d{4}-\\d\\d-\\d\\d';
const shapes = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${day}|hari ini|besok|lusa|sesuk|benjing|bisuak|today|tomorrow|senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?![\\p{L}\\p{N}])`,
  'giu',
);
/** *Minggu depan* and *dua minggu* are a week, no Sunday. */
const aWeek = /^minggu$/i;

/** The days a text names, in its order, as people write them (see readDate). */
export const datesSaid = (text: string, today: LocalDate): LocalDate[] =>
  [...text.matchAll(shapes)].flatMap(({ 0: said, index }) => {
    const weekOnly =
      aWeek.test(said) &&
      (/^ (depan|ini|lalu)/i.test(text.slice(index + said.length)) ||
        !/(hari|pada|,) ?$/i.test(text.slice(0, index)));
    return weekOnly ? [] : (readDate(said, today) ?? []);
  });

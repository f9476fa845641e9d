import type { Sensitivity } from '../../bot/domain/category.ts';
import { localDate } from '../../bot/domain/local-date.ts';
import type { CopiedReport, OwnCopy } from '../../bot/domain/own-copy.ts';
import type { City } from '../../bot/ports.ts';
import { openEvent } from '../event-words.ts';
import type { Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { ratingPlace } from '../stores/rating.ts';
import { rightsPlace } from '../stores/rights.ts';
import { type EventRow, findCopy, type ReportRow, type Sealed } from './find-own-copy.ts';
import { handOverPlace } from './hand-over.ts';
import { readOwnLearning } from './own-learning.ts';
import { toReporter } from './own-thread.ts';
import { threadPlace } from './survey-thread.ts';

type Opening = { seal: Seal; on: (at: string) => string };

const bytesOf = (sealed: Sealed): Uint8Array | null =>
  sealed === null ? null : Buffer.from(sealed, 'base64');

const opened = (seal: Seal, place: string, sealed: Sealed): string | null => {
  const bytes = bytesOf(sealed);
  return bytes ? seal.open('report', place, bytes) : null;
};

/** Only what the reporter said or was told: neither what somebody else added who joined, nor what offices write to each other. */
const isTheirs = ({ by, action, detail }: EventRow): boolean =>
  by === 'citizen' ? !detail.joined : (toReporter as readonly string[]).includes(action);

const eventOf = (row: EventRow, where: { ticket: string; sensitive: Sensitivity }, { seal, on }: Opening) => {
  const { at, action, by, blanks, sealed } = row;
  const words = isTheirs(row) ? openEvent(seal, where, bytesOf(sealed)).words : null;
  return { on: on(at), action, by, blanks, words };
};

type Content = Pick<CopiedReport, 'words' | 'place' | 'point'>;

const contentOf = (row: ReportRow, seal: Seal): Content => {
  const { ticket, words, place, lat, lng } = row;
  const closed = opened(seal, `report|${ticket}`, row.sealed);
  if (closed === null)
    return { words, place, point: lat !== null && lng !== null ? { lat, lon: lng } : null };
  const inside: { words: string; place?: { words?: string; point?: { lat: number; lon: number } } } =
    JSON.parse(closed);
  return { words: inside.words, place: inside.place?.words ?? null, point: inside.place?.point ?? null };
};

const reportOf = (row: ReportRow, opening: Opening): CopiedReport => {
  const { seal, on } = opening;
  const { ticket, kind, category, unit, region, state, at, confidential, media, rating, events } = row;
  const phone = bytesOf(row.phone);
  return {
    ticket,
    kind,
    category,
    unit,
    region,
    state,
    received: on(at),
    confidential,
    ...contentOf(row, seal),
    phone: phone && seal.open('identity', `report|${ticket}`, phone),
    media,
    rating: rating && { score: rating.score, words: opened(seal, ratingPlace(ticket), rating.sealed) },
    events: events.map((event) => eventOf(event, { ticket, sensitive: 'none' }, opening)),
  };
};

/** What a person may take away of their chat account, in days of the agency's zone, everything of theirs opened. */
export const readOwnCopy = async (
  runner: Runner,
  seal: Seal,
  { agency: { zone } }: City,
  contact: number,
): Promise<OwnCopy> => {
  const [[row], learning] = await Promise.all([
    findCopy(runner, { contact }),
    readOwnLearning(runner, seal, contact),
  ]);
  if (!row) throw new Error('a statement without a table gives one row');
  const on = (at: string) => localDate(new Date(at), zone);
  return {
    reports: row.reports.map((report) => reportOf(report, { seal, on })),
    consents: row.consents.map(({ at, ...consent }) => ({ ...consent, on: on(at) })),
    requests: row.requests.map(({ at, due, ended, sealed, answer, ...request }) => ({
      ...request,
      asked: on(at),
      due: on(due),
      ended: ended && on(ended),
      words: opened(seal, rightsPlace(request.number), sealed),
      answer: request.kind === 'correct' ? opened(seal, rightsPlace(request.number), answer) : null,
    })),
    questions: row.questions.map(({ at, sealed, answer, ...question }) => ({
      ...question,
      asked: on(at),
      words: opened(seal, handOverPlace(question.number), sealed),
      answer: opened(seal, handOverPlace(question.number), answer),
    })),
    threads: row.threads.map(({ at, lines, ...thread }) => ({
      ...thread,
      opened: on(at),
      lines: lines.map(({ at: said, by, sealed }) => ({
        on: on(said),
        by,
        words: opened(seal, threadPlace(thread.number), sealed) ?? '',
      })),
    })),
    wishes: row.wishes,
    learning,
  };
};

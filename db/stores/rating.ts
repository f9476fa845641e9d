import { sql } from 'drizzle-orm';
import { isScore } from '../../bot/domain/rating.ts';
import { dayOf } from '../../bot/domain/sensitive.ts';
import type { Effect } from '../../bot/effects.ts';
import type { City, Contact } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import { type CaseRow, caseOf, comerOf, readCase } from '../reads/case.ts';
import { allowed } from '../reads/case-view.ts';
import type { Seal } from '../sealed.ts';

const p = sql.placeholder;

/** Where the sentence beside a rating is sealed. */
export const ratingPlace = (ticket: string): string => `rating|${ticket}`;

/** A sensitive report is rated by nobody we could name: one reporter, so one row. */
const insertRating = prepared(sql`insert into rating (report_id, contact_id, score, at)
  select ${p('report')}::bigint, ${p('rater')}::bigint, ${p('score')}::int, ${p('at')}::timestamptz
  where ${p('rater')}::bigint is not null or not exists (select 1 from rating where report_id = ${p('report')}::bigint)
  on conflict do nothing`);

const setWords = prepared(sql`update rating set sealed = ${p('sealed')}
  where report_id = ${p('report')} and contact_id is not distinct from ${p('rater')}::bigint and sealed is null`);

const purposeOf = ({ sensitive }: CaseRow) =>
  sensitive === 'none' ? ('report' as const) : ('sensitive' as const);

/** The report, where this contact's person wrote it, may rate it and confirmed it in person. */
const rateable = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { ticket, contact }: { ticket: string; contact: number },
): Promise<CaseRow | undefined> => {
  const row = await readCase(runner, ticket, contact);
  const who = row && comerOf(row, 'citizen', contact, seal, city);
  if (!row || !who || row.state !== 'selesai' || row.events.at(-1)?.action !== 'confirm') return undefined;
  return allowed(caseOf(row, city), who, 'rate') ? row : undefined;
};

/** One rating a report, whichever of the reporter's chats it comes from. */
const raterOf = ({ sensitive, reporter }: CaseRow): number | null => (sensitive === 'none' ? reporter : null);

/** Keeps how a report was handled; the first tap counts, and only its reporter's, after they closed it themselves. */
export const rateReport = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { ticket, score }: Extract<Effect, { do: 'report.rate' }>,
  at: Date,
): Promise<void> => {
  const row = await rateable(runner, seal, city, { ticket, contact });
  if (!row || !isScore(score)) return;
  const rater = raterOf(row);
  const when = rater === null ? dayOf(at, city.agency.zone) : at;
  await insertRating(runner, { report: row.id, rater, score, at: when.toISOString() });
};

/** Adds the sentence to the rating of whoever gave one, once. */
export const addRatingWords = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { ticket, words }: Extract<Effect, { do: 'report.rate-words' }>,
): Promise<void> => {
  const row = await rateable(runner, seal, city, { ticket, contact });
  if (!row) return;
  await setWords(runner, {
    report: row.id,
    rater: raterOf(row),
    sealed: seal.seal(purposeOf(row), ratingPlace(ticket), words),
  });
};

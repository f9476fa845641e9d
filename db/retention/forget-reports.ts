import { sql } from 'drizzle-orm';
import { type MaskWords, maskPersonal } from '../../bot/domain/masking.ts';
import { prepared, type Runner } from '../prepared.ts';
import { chatsOf } from '../reads/own-chats.ts';
import type { Seal } from '../sealed.ts';
import { closedStates } from './closed.ts';

const p = sql.placeholder;

type Row = { id: number; ticket: string; reporter: number; words: string | null; sealed: Uint8Array | null };

const findClosed = prepared<Row>(sql`
select r.id::int as id, r.ticket, r.reporter_id::int as reporter, r.words, r.sealed from report r join category c on c.key = r.category
where r.reporter_id is not null and c.sensitive = 'none' and r.state in ${closedStates}
  and (r.ticket = ${p('ticket')}::text or (r.reporter_id = ${p('contact')}::bigint and r.received_at <= ${p('before')}::timestamptz))
order by r.id for no key update of r`);

/** Everything but the case itself: whose it was, the number, the spot, what they sent later, their photos, what they said of us. */
const takeAway = prepared(sql`
with case_of as (
  update report set words = ${p('words')}, sealed = ${p('sealed')}::bytea, place = null, lat = round(lat::numeric, 2)::float8,
    lng = round(lng::numeric, 2)::float8, phone = null, reporter_id = null, anonymous = true
  where id = ${p('id')} returning id
), told as (
  update report_event set sealed = null where report_id = ${p('id')} and actor = 'citizen' and sealed is not null
), seen as (
  update media set state = 'refused', reason = 'forgotten', report_id = null, event_id = null
  where report_id = ${p('id')} and contact_id in ${chatsOf(sql`${p('reporter')}::bigint`)} and not kept
)
update rating set contact_id = null, sealed = null where report_id = ${p('id')} and contact_id = ${p('reporter')}`);

const mask = '[…]';
const masks: MaskWords = { email: mask, nip: mask, nik: mask, phone: mask, account: mask, plate: mask };

const masked = (words: string | null): string | null => words && maskPersonal(words, masks).text;

/** A *Tertutup* report keeps its words only; its place may be the reporter's door. */
const resealed = (seal: Seal, { ticket, sealed }: Row): Buffer | null => {
  if (!sealed) return null;
  const { words }: { words?: string } = JSON.parse(seal.open('report', `report|${ticket}`, sealed));
  return words
    ? seal.seal('report', `report|${ticket}`, JSON.stringify({ words: masked(words), place: {} }))
    : null;
};

/**
 * Loosens closed reports from whoever wrote them: all of a person's up to an instant, or the one of a number. The words of
 * the case stay by the archive duty, without numbers and addresses of people; a running report is left as it is, and so is
 * a sensitive one. Returns how many were loosened.
 */
export const forgetReports = async (
  runner: Runner,
  seal: Seal,
  which: { contact: number; before: Date } | { ticket: string },
): Promise<number> => {
  const rows = await findClosed(runner, {
    ticket: 'ticket' in which ? which.ticket : null,
    contact: 'contact' in which ? which.contact : null,
    before: 'before' in which ? which.before.toISOString() : null,
  });
  for (const row of rows)
    await takeAway(runner, {
      id: row.id,
      reporter: row.reporter,
      words: masked(row.words),
      sealed: resealed(seal, row),
    });
  return rows.length;
};

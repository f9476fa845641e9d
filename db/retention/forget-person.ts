import { sql } from 'drizzle-orm';
import { awaitsWord } from '../letter-ways.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { partChat } from '../stores/person.ts';
import { forgetReports } from './forget-reports.ts';

const p = sql.placeholder;
const contact = sql`${p('contact')}::bigint`;
const before = sql`${p('before')}::timestamptz`;

/** A wish has a local day and no hour: by the zone that is ahead of the others (WIT). */
const easternmost = sql`interval '9 hours'`;

/** Somebody who has written again since then begins anew; that is not taken from them. */
const silent = sql`not exists (select 1 from talk where contact_id = ${contact} and spoke_at > ${before})`;

const takeTies = prepared(sql`
with followed as (
  delete from follower where contact_id = ${contact} and since <= ${before}
), rated as (
  update rating set contact_id = null, sealed = null where contact_id = ${contact} and at <= ${before}
), unsent as (
  update media set state = 'refused', reason = 'forgotten'
  where contact_id = ${contact} and report_id is null and not kept and created_at <= ${before}
), told as (
  delete from letter where contact_id = ${contact} and created_at <= ${before}
    and (state in ('sent', 'dropped', 'dead') or ${awaitsWord})
), remembered as (
  delete from shown where contact_id = ${contact} and at <= ${before}
), questioned as (
  delete from hand_over where contact_id = ${contact} and state <> 'open' and asked_at <= ${before}
), wished as (
  delete from skm_wish where contact_id = ${contact} and since <= ((${before} at time zone 'UTC') + ${easternmost})::date
), talked as (
  delete from skm_thread where contact_id = ${contact} and opened_at <= ${before}
), tried as (
  delete from code_try where contact_id = ${contact} and at <= ${before}
)
update rights_request set sealed = null, answer = null
  where contact_id = ${contact} and state <> 'open' and kind <> 'delete' and asked_at <= ${before}`);

const takeTalk =
  prepared(sql`update talk set form = null, sealed = null, revision = revision + 1, nudged_at = null
  where contact_id = ${contact} and ${silent}
    and (sealed is not null or exists (select 1 from contact where id = ${contact} and (locale is not null or noticed_at is not null)))`);

const isSilent = prepared<{ silent: boolean }>(sql`select ${silent} as silent`);
const takeCode = prepared(sql`delete from pairing_code where contact_id = ${contact}`);

const takeSettings = prepared(sql`update contact set locale = null, noticed_at = null, notice_version = null
  where id = ${contact} and ${silent}`);

/**
 * Forgets what a person left here up to an instant, as far as no duty keeps it: a running report, a sensitive one and the
 * link as an employee stay. Safe to do again, also after they have come back. The talk's revision rises, so that no copy in
 * anybody's memory is written back. The chat is no longer one person with their others, which keep what is theirs; the empty
 * account goes with the nightly job.
 */
export const forgetPerson = async (runner: Runner, seal: Seal, who: number, until: Date): Promise<number> => {
  const blanks = { contact: who, before: until.toISOString() };
  const reports = await forgetReports(runner, seal, { contact: who, before: until });
  await takeTies(runner, blanks);
  await takeTalk(runner, blanks);
  await takeSettings(runner, blanks);
  const [since] = await isSilent(runner, blanks);
  if (since?.silent) {
    await partChat(runner, who);
    await takeCode(runner, { contact: who });
  }
  return reports;
};

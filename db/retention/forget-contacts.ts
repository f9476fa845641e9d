import { sql } from 'drizzle-orm';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { identityPlace } from '../stores/file-sensitive.ts';
import { before, type Take } from './rule.ts';

const p = sql.placeholder;

/**
 * Accounts that nothing is tied to any more: silent for long, or of people who asked to be forgotten and have not written
 * since. Photos must be gone first, so that no file is left without a row.
 */
const findLoose = prepared<{ id: number }>(sql`
select c.id::int as id from contact c left join talk t on t.contact_id = c.id left join tombstone s on s.key = c.key
where c.id > ${p('after')}::bigint and (coalesce(t.spoke_at, c.created_at) < ${before} or (s.at is not null and coalesce(t.spoke_at, s.at) <= s.at))
  and not exists (select 1 from report where reporter_id = c.id)
  and not exists (select 1 from follower where contact_id = c.id)
  and not exists (select 1 from media where contact_id = c.id)
  and not exists (select 1 from staff_link where contact_id = c.id)
  and not exists (select 1 from office_group where contact_id = c.id)
  and not exists (select 1 from group_topic where contact_id = c.id)
  and not exists (select 1 from rights_request where contact_id = c.id and state = 'open')
  and not exists (select 1 from hand_over where contact_id = c.id and state = 'open')
  and not exists (select 1 from skm_thread where contact_id = c.id and state <> 'closed')
  and not exists (select 1 from letter where contact_id = c.id and state in ('waiting', 'sending'))
order by c.id limit ${p('most')}::int`);

const findIdentities = prepared<{ ticket: string; sealed: Uint8Array }>(
  sql`select r.ticket, i.sealed from sensitive_identity i join report r on r.id = i.report_id`,
);

const deleteContacts = prepared(sql`delete from contact where id = any(${p('ids')}::bigint[])`);

/** Who wrote a sensitive report that is still kept: no column says so, and without the account no answer reaches them. */
const writersOfSensitive = async (runner: Runner, seal: Seal): Promise<ReadonlySet<number>> =>
  new Set(
    (await findIdentities(runner, {})).map(({ ticket, sealed }) =>
      Number(seal.open('identity', identityPlace(ticket), sealed)),
    ),
  );

/** Deletes accounts, with their conversation, letters and PIN. All that are due, since some of a batch may have to stay. */
export const forgetContacts: Take = async (runner, { before, most }, seal) => {
  let after = 0;
  let writers: ReadonlySet<number> | undefined;
  for (;;) {
    const found = await findLoose(runner, { before, most, after });
    const last = found.at(-1);
    if (!last) return 0;
    writers ??= await writersOfSensitive(runner, seal);
    const ids = found.flatMap(({ id }) => (writers?.has(id) ? [] : [id]));
    if (ids.length > 0) await deleteContacts(runner, { ids });
    after = last.id;
  }
};

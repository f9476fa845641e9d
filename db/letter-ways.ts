import { sql } from 'drizzle-orm';
import { prepared } from './prepared.ts';

const p = sql.placeholder;

/** A letter that waits for a person's next word: by our own reckoning, because a template has knocked, or as the platform refused it. */
export const awaitsWord = sql`(letter.state = 'waiting' and letter.failure in ('outside window', 'knocked', 'outside-window', 'no-template'))`;

/** Whether the person has written since the letter was taken: then it need not wait. */
const spoken = sql`exists (select from talk where talk.contact_id = letter.contact_id and talk.spoke_at > ${p('spoke')}::timestamptz)`;

/** Keeps a letter until the person writes; the try does not count. What it was knocked for stays known of it. */
export const waitForWord = prepared(sql`
update letter set state = 'waiting', lease_until = null, failure = case when failure = 'knocked' then failure else ${p('failure')} end, attempts = attempts - 1,
  not_before = now() + case when ${spoken} then interval '0' else make_interval(secs => ${p('seconds')}::float) end
where id = ${p('id')} and fence = ${p('fence')} and state = 'sending'`);

/** The same after a template has knocked, which it did for everything that waits there. */
export const waitKnocked = prepared(sql`
with one as (
  update letter set state = 'waiting', lease_until = null, failure = 'knocked', attempts = attempts - 1,
    not_before = now() + case when ${spoken} then interval '0' else make_interval(secs => ${p('seconds')}::float) end
  where id = ${p('id')} and fence = ${p('fence')} and state = 'sending' returning id
)
update letter set failure = 'knocked' from one where letter.contact_id = ${p('contact')} and letter.state = 'waiting' and letter.id <> one.id`);

/** Whoever sets it first knocks. */
export const setKnocking = prepared<{ id: number }>(sql`
update contact set knocked_at = ${p('at')}::timestamptz
where id = ${p('contact')} and knocked_at is not distinct from ${p('before')}::timestamptz returning id::int as id`);

/** What waited for a person's word goes now: older news before the answer. Whoever writes is there again. */
export const releaseLetters = prepared(sql`
with back as (
  update contact set unreachable_at = null, unreachable_why = null
  where id = ${p('contact')} and unreachable_why in ('unreachable', 'blocked')
)
update letter set not_before = now(), failure = null
where contact_id = ${p('contact')} and ${awaitsWord}`);

/** Another chat of the same person; its words are sealed for that one. The number stays, and with it the order. */
export const moveLetter = prepared(sql`
update letter set contact_id = ${p('to')}, channel = ${p('channel')}, body = decode(${p('body')}, 'base64'), state = 'waiting',
  lease_until = null, failure = null, attempts = attempts - 1, not_before = now()
where id = ${p('id')} and fence = ${p('fence')} and state = 'sending'`);

/** A row when the platform was believed to know the template until now. */
export const missTemplate = prepared<{ name: string }>(sql`
insert into template_missing (account, name, language, until)
values (${p('account')}, ${p('name')}, ${p('language')}, now() + make_interval(secs => ${p('seconds')}::float))
on conflict (account, name, language) do update set until = excluded.until where template_missing.until <= now()
returning name`);

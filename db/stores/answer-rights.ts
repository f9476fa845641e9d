import { sql } from 'drizzle-orm';
import type { ChannelName } from '../../bot/conversation/inbound.ts';
import type { Effect } from '../../bot/effects.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { addLetters } from './letter.ts';
import { rightsPlace } from './rights.ts';

const p = sql.placeholder;

/** Only the named officer, by the chat that speaks as them, and only once. */
const endRequest = prepared<{ contact: number | null; channel: string | null; account: string | null }>(sql`
with ended as (
  update rights_request set state = ${p('outcome')}, answer = ${p('answer')}::bytea, ended_at = ${p('at')}
  where number = ${p('number')} and state = 'open'
    and officer_id = (select employee_id from staff_link where contact_id = ${p('officer')} and ended_at is null)
  returning contact_id
)
select c.id::int as contact, c.channel, c.account from ended left join contact c on c.id = ended.contact_id`);

/** Writes the answer of the named officer and sends it to whoever asked. Answered before, nothing happens. */
export const answerRights = async (
  runner: Runner,
  seal: Seal,
  officer: number,
  { number, outcome, words }: Extract<Effect, { do: 'rights.answer' }>,
  at: Date,
): Promise<void> => {
  const answer = seal.seal('report', rightsPlace(number), words);
  const [ended] = await endRequest(runner, { number, outcome, answer, officer, at: at.toISOString() });
  if (!ended || ended.contact === null) return;
  const { contact: id, channel, account } = ended;
  const to = { id, address: { channel: channel as ChannelName, account: account ?? '', id: '' } };
  const key = outcome === 'done' ? ('rights.answered' as const) : ('rights.refused' as const);
  const say = { text: { key, with: { number, detail: { literal: words } } } };
  await Promise.all(addLetters(runner, seal, to, [{ say, lane: 'interactive', dedupe: `rights:${number}` }]));
};

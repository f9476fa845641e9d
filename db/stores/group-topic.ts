import { sql } from 'drizzle-orm';
import type { Address, ChannelName } from '../../bot/conversation/inbound.ts';
import type { FoundRoom } from '../../bot/groups.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { makeContact } from './contact.ts';

const p = sql.placeholder;

type RoomRow = {
  group_id: number;
  category: string;
  topics: 'yes' | 'no';
  channel: string;
  account: string;
  contact: number;
  address: Uint8Array;
  topic: number | null;
  topic_address: Uint8Array | null;
  gone: boolean;
};

const findRoom = prepared<RoomRow>(sql`
select g.id::int as group_id, c.label as category, g.topics, room.channel, room.account, room.id::int as contact, room.address,
  topic.id::int as topic, topic.address as topic_address, topic.unreachable_at is not null as gone
from office_group g join contact room on room.id = g.contact_id
  join report r on r.ticket = ${p('ticket')} join category c on c.key = r.category and c.sensitive = 'none'
  left join (group_topic t join contact topic on topic.id = t.contact_id) on t.group_id = g.id and t.report_id = r.id
where g.unit_code = ${p('unit')} and g.ended_at is null`);

/** Where letters about a report go in an office's group; nowhere for a sensitive one, or where no group is linked. */
export const findRoomOf = async (
  runner: Runner,
  seal: Seal,
  { unit, ticket }: { unit: string; ticket: string },
): Promise<FoundRoom | undefined> => {
  const [row] = await findRoom(runner, { unit, ticket });
  if (!row) return undefined;
  const at = (id: number, sealed: Uint8Array) => ({
    id,
    address: {
      channel: row.channel as ChannelName,
      account: row.account,
      id: seal.open('address', `${row.channel}|${row.account}`, sealed),
    },
  });
  const group = at(row.contact, row.address);
  if (row.topics === 'no' || row.gone) return { room: group };
  if (row.topic !== null && row.topic_address) return { room: at(row.topic, row.topic_address) };
  return { room: group, wants: { group: row.group_id, category: row.category } };
};

const insertTopic = prepared<{ id: number }>(sql`
with kept as (
  insert into group_topic (contact_id, group_id, report_id)
  select contact.id, ${p('group')}, report.id from contact, report where contact.key = ${p('key')} and report.ticket = ${p('ticket')}
  on conflict do nothing returning contact_id
)
select contact_id::int as id from kept`);

const dropContact = prepared(sql`delete from contact where key = ${p('key')}`);

/** Keeps the topic that was made for a report; false, and nothing kept, when the report has one already. */
export const keepTopicOf = async (
  runner: Runner,
  seal: Seal,
  { group, ticket, topic }: { group: number; ticket: string; topic: Address },
): Promise<boolean> => {
  const { channel, account, id } = topic;
  const key = seal.hash('contact', channel, account, id);
  await makeContact(runner, {
    key,
    channel,
    account,
    address: seal.seal('address', `${channel}|${account}`, id),
  });
  const [kept] = await insertTopic(runner, { group, ticket, key });
  if (!kept) await dropContact(runner, { key });
  return kept !== undefined;
};

import type { Address } from '../bot/conversation/inbound.ts';
import type { Groups } from '../bot/groups.ts';
import type { City } from '../bot/ports.ts';
import type { Database } from './database.ts';
import { keyOfAddress } from './key-of-address.ts';
import { deskOf, findPlace, lookAtGroupCode, mayNote } from './reads/group.ts';
import type { Seal } from './sealed.ts';
import { endGroup, hashOfGroupCode, moveGroup, setTopics } from './stores/group.ts';
import { findRoomOf, keepTopicOf } from './stores/group-topic.ts';

/** Offices' groups on PostgreSQL. */
export const createGroups = (
  { sql: pool }: Pick<Database, 'sql'>,
  seal: Seal,
  city: () => City,
  now: () => Date,
): Groups => ({
  look: async ({ from, group, replyTo }) => {
    const { chat = '', thread } = group ?? {};
    const at = (id: string): Buffer => keyOfAddress(seal, { ...from, id });
    const [found] = await findPlace(pool, {
      sender: at(from.id),
      group: at(chat),
      topic: thread ? at(`${chat}/${thread}`) : null,
      reply: replyTo ?? null,
    });
    const { staff = false, unit, topics, ticket } = found ?? {};
    return {
      staff,
      ...(unit && { unit, topics: topics === 'yes' }),
      ...(ticket && { ticket }),
    };
  },
  lookAtCode: async (contact, code) => {
    const hash = hashOfGroupCode(seal, code);
    const [look, desk] = await Promise.all([
      lookAtGroupCode(pool, { hash, contact, now: now() }),
      deskOf(pool, city(), contact),
    ]);
    return { ...look, desk };
  },
  mayNote: (contact, ticket) => mayNote(pool, seal, city(), { contact, ticket }),
  left: async (group) => {
    await endGroup(pool, { key: keyOfAddress(seal, group), now: now().toISOString() });
  },
  moved: async (group, to) => {
    const { channel, account } = group;
    const there: Address = { ...group, id: to };
    await moveGroup(pool, {
      key: keyOfAddress(seal, group),
      to: keyOfAddress(seal, there),
      address: seal.seal('address', `${channel}|${account}`, to),
    });
  },
  hasTopics: async (group, topics) => {
    await setTopics(pool, { key: keyOfAddress(seal, group), topics: topics ? 'yes' : 'no' });
  },
  roomOf: (unit, ticket) => findRoomOf(pool, seal, { unit, ticket }),
  keepTopic: (group, ticket, topic) => keepTopicOf(pool, seal, { group, ticket, topic }),
});

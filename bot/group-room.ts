import type { AnyChannel, Sent } from './channels/channel.ts';
import { openTopic, removeTopic } from './channels/telegram/group-calls.ts';
import type { Address } from './conversation/inbound.ts';
import { topicName } from './domain/group-view.ts';
import type { GroupRoom, Groups } from './groups.ts';

/** What finding a room needs from the house. */
export type Rooms = { groups: Groups; channels: () => readonly AnyChannel[] };

/**
 * Where letters about a report go in the group of an office: its topic, made when it is first asked for, else the group;
 * undefined where no group is linked or the report is sensitive. To be called outside any transaction. A topic exists
 * before it is remembered: a crash in between leaves one empty topic behind, and the next call makes another.
 */
export const createRoomOf =
  ({ groups, channels }: Rooms) =>
  async (unit: string, ticket: string): Promise<GroupRoom | undefined> => {
    const found = await groups.roomOf(unit, ticket);
    if (!found?.wants) return found?.room;
    const { room, wants } = found;
    const { address } = room;
    const channel = channels().find(
      ({ name, account }) => name === address.channel && account === address.account,
    );
    if (channel?.name !== 'telegram') return room;
    const made: Sent = await channel.send(
      openTopic(address, topicName({ ticket, category: wants.category })),
    );
    if (!made.ok || made.id === undefined) return room;
    const topic: Address = { ...address, id: `${address.id}/${made.id}` };
    if (!(await groups.keepTopic(wants.group, ticket, topic))) await channel.send(removeTopic(topic));
    return (await groups.roomOf(unit, ticket))?.room ?? room;
  };

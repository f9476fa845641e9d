import type { Address, Inbound } from './conversation/inbound.ts';
import type { StaffDesk } from './reads.ts';

/** What a group message is about. `staff`: the sender's chat speaks as an employee; `unit`: whose group it is; `ticket`: of its topic, or of the message replied to. */
export type GroupLook = { staff: boolean; unit?: string; topics?: boolean; ticket?: string };

/** Whose group a code links, if it is live, by the office's code and name; when its sender tried codes in the last 24 hours. */
export type GroupCodeLook = {
  unit?: { code: string; name: string };
  tried: readonly Date[];
  desk: StaffDesk | null;
};

/** Where letters about one report go: the group, or the report's topic in it. */
export type GroupRoom = { id: number; address: Address };

/** The room of a report in an office's group; `wants` names the topic that is still to be made for it. */
export type FoundRoom = { room: GroupRoom; wants?: { group: number; category: string } };

/** Groups of offices. None of these makes a contact of whoever writes in a group. */
export type Groups = {
  look: (inbound: Inbound) => Promise<GroupLook>;
  lookAtCode: (contact: number, code: string) => Promise<GroupCodeLook>;
  mayNote: (contact: number, ticket: string) => Promise<boolean>;
  /** The bot was put out of a group: its link ends. */
  left: (group: Address) => Promise<void>;
  /** A group goes by another number. */
  moved: (group: Address, to: string) => Promise<void>;
  /** A linked group got topics or lost them. */
  hasTopics: (group: Address, topics: boolean) => Promise<void>;
  /** Never for a sensitive report. */
  roomOf: (unit: string, ticket: string) => Promise<FoundRoom | undefined>;
  /** Keeps a topic that was made; false when another was faster. */
  keepTopic: (group: number, ticket: string, topic: Address) => Promise<boolean>;
};

import type { MediaKind } from './inbound.ts';

/** What a channel can show, as data with the vendor's page beside it. `fit` and its inverse read nothing else. */
export type Capabilities = {
  /** Longest text of one message, in UTF-16 units after markup. */
  textMax: number;
  /** Buttons that can be tapped, and how many bytes one may carry; without them choices become numbered lines. */
  buttons: { max: number; idBytes: number } | null;
  /** Choices of one numbered page. */
  numbered: number;
  /** Whether a message of ours can be changed later. */
  edits: boolean;
  /** Whether the channel has its own way to give a place or a number. */
  requests: { location: boolean; phone: boolean };
  /** Kinds of files that can be shown or heard; of others a line tells how many there are. */
  shows: readonly MediaKind[];
  /** Whether a button can copy a text. */
  copies: boolean;
};

import type { MediaKind } from './inbound.ts';

/** What a channel can show, as data with the vendor's page beside it. `fit` and its inverse read nothing else. */
export type Capabilities = {
  /** Longest text of one message, in UTF-16 units after markup. */
  textMax: number;
  /** Buttons that can be tapped: how many, how many bytes one may carry, and the longest label and text above them where those are narrower than the message. */
  buttons: { max: number; idBytes: number; label?: number; text?: number } | null;
  /** A list that opens under the text, for choices that buttons cannot hold; without either, choices become numbered lines. */
  list: { rows: number; title: number; description: number } | null;
  /** Choices of one numbered page. */
  numbered: number;
  /** Whether a message of ours can be changed later. */
  edits: boolean;
  /** Whether the channel has its own way to give a place or a number (`text`: under a text no longer than this), and whether other choices stand on its keyboard or as numbered lines above. */
  requests: { location: boolean; phone: boolean; choices: 'keys' | 'lines'; text?: number };
  /** Kinds of files that can be shown or heard; of others a line tells how many there are. */
  shows: readonly MediaKind[];
  /** Whether a point on the map can be sent; where not, a line leads to it. */
  pins: boolean;
  /** Whether a document can be sent; where not, it is written out. */
  documents: boolean;
  /** Whether a button can copy a text. */
  copies: boolean;
  /** Answers are letters, joined into one message where they can be: the platform does not repeat what it gave, and counts messages (`channels.md` 3.2). */
  letters: boolean;
  /** Free words only within so many hours of the person's last message; after it a template, or nothing. */
  window: { hours: number; template: boolean } | null;
};

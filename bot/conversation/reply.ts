import type { TextKey } from '../i18n/keys.ts';
import type { Point } from './coordinates.ts';
import type { MediaKind } from './inbound.ts';

/**
 * A sentence by its key in `locales/`, with what fills its blanks; `literal` is somebody's own words
 * or a name, never ours; `authored` the agency's own writing from a checked file, with the marks of `locales/`; `official`
 * stands below in Indonesian where another language is spoken.
 */
export type Text =
  | { key: TextKey; with?: Blanks }
  | { literal: string }
  | { authored: string }
  | { date: string; year?: true }
  | { join: readonly Text[]; by: string }
  | { own: Text; official: Text };

export type Blanks = { readonly [blank: string]: string | number | Text };

/**
 * Something that can be chosen by tap, number or label. `id` is short: Telegram carries 64 bytes with the question's name
 * before it. `short` stands in a list for a label that is too long there; the label then stands below it.
 */
export type Choice = { id: string; label: Text; short?: Text };

/** A photo, voice note or video by our own id; `alt` says what it shows where it cannot be. */
export type Media = { id: string; kind: MediaKind; alt?: Text };

/** A point on the map, in degrees; its name stands on it where the channel shows one. */
export type Pin = Point & { name?: Text };

/** A document made of text, UTF-8 wherever it goes; at most 200,000 characters, for it travels sealed inside its letter. */
export type TextFile = {
  name: string;
  type: 'application/json' | 'text/csv' | 'text/plain';
  text: string;
};

/**
 * One turn's answer as an intent: what is meant, not how a channel shows it. `fit` turns it into what a channel can
 * show. At most one question a reply.
 */
export type Reply = {
  text: Text;
  /** Said before the question: what was understood of the last answer ("Tempat: Kutowinangun Kidul"). */
  note?: Text;
  choices?: readonly Choice[];
  /** How many choices stand beside each other where a channel has rows; 2 unless said. */
  columns?: number;
  /** The first so many choices are sentences: where a button would cut them they stand in the text, and the buttons carry their numbers. */
  spelled?: number;
  /** Asks the channel for its own way to give a place or a number. */
  request?: 'location' | 'phone';
  /** A short text the person may want to copy, such as a ticket number. */
  copy?: { label: Text; text: string };
  /** Shown before the text, ten at most; a reply with any goes by the outbox, which waits until they are clean. */
  media?: readonly Media[];
  /** Shown after the media and before the text; a reply with one goes by the outbox. */
  pin?: Pin;
  /** Something to keep; the text stands under it. A reply with one goes by the outbox. */
  document?: TextFile;
  /** What the message is about (`report:SLT-7K4PQ2`), so that a reply to it finds its subject. */
  about?: string;
  /** Which page of the choices is shown, from 0. */
  page?: number;
};

export const say = (key: TextKey, blanks?: Blanks): Text => (blanks ? { key, with: blanks } : { key });
export const literal = (text: string): Text => ({ literal: text });
export const authored = (text: string): Text => ({ authored: text });

import type { Seen } from '../../../bot/hall.ts';
import { source } from '../../../bot/i18n/languages.ts';
import type { Persona } from '../personas.ts';
import type { Handset, PhoneEvent } from '../phone/handset.ts';
import type { Call } from '../skins/skin.ts';
import type { SkinName } from '../skins/skin-name.ts';
import { type Line, lineOfCall } from './line.ts';
import { createLines } from './lines.ts';
import { createTranscript } from './transcript.ts';

/** What an open page is told. `fresh`: everything is to be drawn again. */
export type News =
  | { kind: 'message'; id: string; by: 'bot' | 'person' }
  /** A message is drawn otherwise now. */
  | { kind: 'changed'; id: string }
  | { kind: 'gone'; id: string }
  | { kind: 'toast'; text: string; alert: boolean }
  | { kind: 'typing' }
  | { kind: 'line'; line: Line }
  | { kind: 'clock' }
  /** Something came to another phone of the same visitor. */
  | { kind: 'elsewhere' }
  | { kind: 'fresh' };

export type ChatParts = {
  visitor: string;
  skin: SkinName;
  persona: Persona;
  /** A phone nobody has used yet. */
  pickUp: () => Handset;
  /** The phone is put away for good. */
  leave: (phone: Handset) => void;
  /** The language in which the service speaks to this phone. */
  speaks: (phone: Handset) => Promise<string>;
  /** A message came, and no page shows this phone. */
  missed: () => void;
  now: () => Date;
  ticket: RegExp;
};

export type Chat = ReturnType<typeof createChat>;

/** Nobody has more pages open on one chat. */
const pagesMost = 12;

/** One visitor with the phone of one persona: the phone, what the page shows beside it, and who watches. */
export const createChat = (parts: ChatParts) => {
  const { visitor, skin, persona, pickUp, leave, speaks, missed, now, ticket } = parts;
  const watchers = new Set<(news: News) => void>();
  const transcript = createTranscript(ticket);
  const languages = new Map<string, string>();
  let language: string = source;
  let blocked = false;
  let unread = 0;
  let actedAt = 0;

  const tell = (news: News) => {
    for (const watcher of watchers) watcher(news);
  };
  const lines = createLines(now, (line) => tell({ kind: 'line', line }));
  const labels = (phone: Handset) => phone.keys().flatMap((row) => row.map(({ label }) => label));

  const happened = (phone: Handset) => (event: PhoneEvent) => {
    transcript.happened(event, labels(phone));
    if (event.kind === 'message' && event.message.from === 'bot' && watchers.size === 0) {
      unread += 1;
      missed();
    }
    switch (event.kind) {
      case 'message':
      case 'edit':
        languages.set(event.message.id, event.message.from === 'bot' ? language : persona.language);
        return tell({ kind: 'message', id: event.message.id, by: event.message.from });
      case 'delete':
        return tell({ kind: 'gone', id: event.id });
      case 'toast':
        return tell({ kind: 'toast', text: event.text, alert: event.alert });
      case 'typing':
        return tell({ kind: 'typing' });
      case 'changed':
        return tell({ kind: 'changed', id: event.id });
      case 'fate':
        return lines.fate(event.id, event.fate);
      default:
        return event satisfies never;
    }
  };

  const takeUp = () => {
    const phone = pickUp();
    return { phone, putDown: phone.subscribe(happened(phone)) };
  };
  let held = takeUp();
  const putDown = () => {
    held.putDown();
    leave(held.phone);
  };

  return {
    visitor,
    skin,
    persona,
    /** Messages that came while no page showed this phone. */
    unread: () => unread,
    read: () => {
      unread = 0;
    },
    phone: () => held.phone,
    lines: lines.all,
    language: (id: string) => languages.get(id) ?? source,
    isBlocked: () => blocked,
    transcript: transcript.text,
    /** The person is about to do something. */
    acts: () => {
      actedAt = performance.now();
    },
    pressed: transcript.pressed,
    saw: (seen: Seen) => {
      lines.add({ kind: 'seen', seen });
      const heard = (spoken: string) => {
        language = spoken;
      };
      speaks(held.phone).then(heard, () => {});
    },
    called: (call: Call) => lines.add(lineOfCall(call, performance.now() - actedAt)),
    block: (on: boolean) => {
      if (on !== blocked) on ? held.phone.block() : held.phone.unblock();
      blocked = on;
      tell({ kind: 'fresh' });
    },
    /** Another phone in the same hand: the service has never met it. */
    reset: () => {
      putDown();
      held = takeUp();
      lines.clear();
      blocked = false;
      unread = 0;
      language = source;
      languages.clear();
      transcript.clear();
      tell({ kind: 'fresh' });
    },
    tell,
    putDown,
    /** Whether one more page may watch. */
    hasRoom: () => watchers.size < pagesMost,
    watch: (watcher: (news: News) => void): (() => void) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
  };
};

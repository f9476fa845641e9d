import type { Persona } from '../personas.ts';
import type { SkinName } from '../skins/skin-name.ts';
import type { Chat } from './chat.ts';

/** A phone of a visitor's: one app in the hand of one persona. */
export type ChatName = `${SkinName}/${string}`;

export const chatName = (skin: SkinName, { key }: Pick<Persona, 'key'>): ChatName => `${skin}/${key}`;

/** Somebody who looks at the page; known by a random cookie and nothing else. */
export type Visitor = { id: string; chats: Map<ChatName, Chat> };

type Parts = { most: number; open: (visitor: string, skin: SkinName, persona: Persona) => Chat };

/** The visitors of this process, at most so many; the one who was away longest is forgotten. */
export const createVisitors = ({ most, open }: Parts) => {
  const known = new Map<string, Visitor>();

  const visitor = (id: string): Visitor => {
    const found = known.get(id) ?? { id, chats: new Map() };
    known.delete(id);
    known.set(id, found);
    const oldest = known.size > most ? known.values().next().value : undefined;
    if (oldest) {
      known.delete(oldest.id);
      for (const chat of oldest.chats.values()) chat.putDown();
    }
    return found;
  };

  return {
    /** Reads only; a visitor who has done nothing takes no room. */
    seen: (id: string | undefined): Visitor | undefined => (id === undefined ? undefined : known.get(id)),
    chat: (id: string, skin: SkinName, persona: Persona): Chat => {
      const { chats } = visitor(id);
      const name = chatName(skin, persona);
      const found = chats.get(name) ?? open(id, skin, persona);
      chats.set(name, found);
      return found;
    },
    all: (): Chat[] => [...known.values()].flatMap(({ chats }) => [...chats.values()]),
  };
};

import type { Persona } from '../personas.ts';
import type { Chat } from './chat.ts';

/** Somebody who looks at the page; known by a random cookie and nothing else. */
export type Visitor = { id: string; chats: Map<string, Chat> };

type Parts = { most: number; open: (visitor: string, persona: Persona) => Chat };

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
    chat: (id: string, persona: Persona): Chat => {
      const { chats } = visitor(id);
      const found = chats.get(persona.key) ?? open(id, persona);
      chats.set(persona.key, found);
      return found;
    },
    all: (): Chat[] => [...known.values()].flatMap(({ chats }) => [...chats.values()]),
  };
};

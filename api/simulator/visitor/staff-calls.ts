import { personas } from '../personas.ts';
import type { Handset } from '../phone/handset.ts';
import type { SkinName } from '../skins/skin-name.ts';
import type { Chat } from './chat.ts';
import type { createRegister } from './register.ts';
import type { createVisitors } from './visitors.ts';

type Parts = {
  visitors: ReturnType<typeof createVisitors>;
  register: Pick<ReturnType<typeof createRegister>, 'isKnown' | 'take'>;
  /** From now on the officer is told of reports on this phone. */
  choose: (phone: Handset) => Promise<void>;
};

/**
 * Before a citizen writes, the officers of the same visitor have begun their chats in the same app, for a bot may write to
 * nobody first; those who hold several apps are told in the one the citizen wrote in last. Gives the chats that were begun.
 */
export const staffCalls =
  ({ visitors, register, choose }: Parts) =>
  async (visitor: string, skin: SkinName): Promise<Chat[]> => {
    const staff = personas
      .filter(({ hat }) => hat !== 'citizen')
      .map((one) => visitors.chat(visitor, skin, one));
    const fresh = staff.filter((chat) => !register.isKnown(chat.phone()));
    for (const chat of fresh) {
      await register.take(chat);
      chat.acts();
      chat.phone().type('/start');
    }
    const all = [...(visitors.seen(visitor)?.chats.values() ?? [])];
    if (all.some((chat) => chat.skin !== skin)) for (const chat of staff) await choose(chat.phone());
    return fresh;
  };

import { expect, test } from 'vitest';
import { createTelegramEmulator } from '../../../bot/channels/telegram/emulator/index.ts';
import { personaNamed } from '../personas.ts';
import { telegramHandset } from '../phone/telegram-handset.ts';
import { createChat } from './chat.ts';
import { createVisitors } from './visitors.ts';

test('the visitor who was away longest is forgotten, and their phones put away', () => {
  const emulator = createTelegramEmulator({ bots: [{ token: '1:uji' }] });
  const left: string[] = [];
  let id = 0;
  const sri = personaNamed('sri');
  const visitors = createVisitors({
    most: 2,
    open: (visitor, skin, persona) =>
      createChat({
        visitor,
        skin,
        persona,
        pickUp: () => telegramHandset(emulator.phone({ id: ++id, firstName: persona.name }), '1'),
        leave: ({ address }) => void left.push(address.id),
        speaks: async () => 'id',
        missed: () => {},
        now: () => new Date(0),
        ticket: /SLT-\w{6}/g,
      }),
  });
  const first = visitors.chat('a', 'telegram', sri);
  visitors.chat('b', 'telegram', sri);
  expect(visitors.chat('a', 'telegram', sri)).toBe(first);
  expect(visitors.chat('b', 'whatsapp', sri)).not.toBe(first);
  visitors.chat('a', 'telegram', sri);
  visitors.chat('c', 'telegram', sri);
  expect(left).toEqual(['2', '3']);
  expect(visitors.seen('b')).toBeUndefined();
  expect(visitors.seen('a')?.chats.get('telegram/sri')).toBe(first);
  emulator.close();
});

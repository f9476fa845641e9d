import { expect, test } from 'vitest';
import { createTelegramEmulator } from '../../../bot/channels/telegram/emulator/index.ts';
import { personaNamed } from '../personas.ts';
import { createChat } from './chat.ts';
import { createVisitors } from './visitors.ts';

test('the visitor who was away longest is forgotten, and their phone put away', () => {
  const emulator = createTelegramEmulator({ bots: [{ token: '1:uji' }] });
  const left: number[] = [];
  let id = 0;
  const sri = personaNamed('sri');
  const visitors = createVisitors({
    most: 2,
    open: (visitor, persona) =>
      createChat({
        visitor,
        persona,
        pickUp: () => emulator.phone({ id: ++id, firstName: persona.name }),
        leave: ({ person }) => void left.push(person.id),
        speaks: async () => 'id',
        missed: () => {},
        now: () => new Date(0),
        ticket: /SLT-\w{6}/g,
      }),
  });
  const first = visitors.chat('a', sri);
  visitors.chat('b', sri);
  expect(visitors.chat('a', sri)).toBe(first);
  visitors.chat('c', sri);
  expect(left).toEqual([2]);
  expect(visitors.seen('b')).toBeUndefined();
  expect(visitors.seen('a')?.chats.get('sri')).toBe(first);
  emulator.close();
});

import { expect, test } from 'vitest';
import { flows } from './flows/index.ts';
import { keepsSecrets, keptPayload } from './secret-turn.ts';

const at = new Date('2026-11-10T02:00:00Z');
const from = { channel: 'telegram', account: '4242', id: '7' } as const;
const pressed = (id: string) => ({ id: '1', from, at, content: { kind: 'choice', id } as const });

test.each(['vote-category:pelaksana', 'vote-look:AbC', 'vote-cast:AbC'])(
  'of a press of %s that failed nothing is kept but which step it was',
  (button) => {
    const inbound = pressed(`go:${button}`);
    expect(keptPayload(flows, inbound, inbound)).toEqual({ secret: button.split(':')[0] });
  },
);

test('of any other message the whole is kept', () => {
  for (const id of ['go:menu', 'go:vote', 'ab12:words:yes', 'go:nothing'])
    expect(keptPayload(flows, pressed(id), { id })).toEqual({ id });
});

test('a linked device stores first, so nothing is secret there', () => {
  expect(keepsSecrets('whatsapp-linked')).toBe(false);
  for (const channel of ['telegram', 'whatsapp-cloud', 'terminal'] as const)
    expect(keepsSecrets(channel)).toBe(true);
});

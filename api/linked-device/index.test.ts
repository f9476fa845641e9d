import { describe, expect, test } from 'vitest';
import { parse } from '../../bot/channels/whatsapp-linked/parse.ts';
import { events, sentAt, silences } from '../../bot/channels/whatsapp-linked/testing/events.ts';
import { LinkedDeviceUnreadable } from '../../db/linked-device-faults.ts';
import { createSeal } from '../../db/sealed.ts';
import { emittingDevice } from './testing/emitting-device.ts';
import { closing, until } from './testing/watched-library.ts';

const { on, health, store, linked, created, begun, emit, told } = emittingDevice();

describe('beginning', () => {
  test('tells what to do while no number is linked, writes nothing, and connects once one is', async () => {
    expect(await on.device.begin()).toContain('whatsapp pair');
    expect(on.server.came()).toBe(0);
    expect(await store().credentials()).toBeUndefined();
    expect(await health().read()).toMatchObject({ state: 'unlinked', owned: false });
    await linked();
    await until(() => on.server.came() === 1);
  });

  test('is refused where the credentials cannot be opened, and they stay', async () => {
    await linked();
    await expect(created(createSeal(Buffer.alloc(32, 8))).begin()).rejects.toThrow(LinkedDeviceUnreadable);
    expect(await store().credentials()).toBeDefined();
  });
});

describe('what people say', () => {
  test('is handed on once each, whether it came at once or was kept for us', async () => {
    await begun();
    emit(events.text);
    emit(events['text kept while we were away']);
    emit(silences.group);
    await until(() => on.taken.length === 2);
    const expected = [events.text, events['text kept while we were away']].flatMap(parse('device'));
    expect(on.taken).toEqual(expected);
  });

  test('is handed on even if the connection closes in the same moment', async () => {
    await begun();
    on.client.last().ev.buffer();
    const { ev } = on.client.last();
    ev.emit('messages.upsert', events.text as Parameters<typeof ev.emit<'messages.upsert'>>[1]);
    await on.client.last().end(closing(428));
    await until(() => on.taken.length === 1);
  });

  test('is tried again when it could not be handled, and can be read from what is set aside', async () => {
    await begun();
    on.failing['Lampu jalan mati'] = 1;
    emit(events.text);
    await until(() => on.taken.length === 1);
    expect(on.aside.flatMap(parse('device'))).toEqual(on.taken);
  });

  test('is left alone when it is two days old', async () => {
    await begun();
    const { messages } = events.text as { messages: object[] };
    const seconds = sentAt.getTime() / 1000 - 48 * 3600;
    emit({ messages: messages.map((one) => ({ ...one, messageTimestamp: seconds })), type: 'append' });
    emit(events['text kept while we were away']);
    await until(() => on.taken.length === 1);
    expect(told('linked-message-too-old')).toHaveLength(1);
  });

  test('and cannot be opened is counted', async () => {
    await begun();
    emit(silences['not to be opened']);
    await until(() => told('linked-message-undecryptable').length === 1);
    expect(on.taken).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { budi, openOffice, sri, tini } from './testing/office.ts';

describe('what a person sends', () => {
  test('has the shape of its kind', async () => {
    const { emulator, messages } = openOffice();
    const phone = emulator.phone(budi);
    const first = phone.type('halo');
    phone.sendPhoto('sample', { caption: 'lubang' });
    phone.sendVoice();
    phone.sendVideo();
    phone.sendDocument(new Uint8Array([1]), { name: 'surat.pdf' });
    phone.sendSticker();
    phone.sendContact();
    phone.react(first, '👍');
    phone.react(first, '');
    phone.reply('tambahan', first);
    phone.unsupported();
    phone.editMessage(first, 'halo juga');
    phone.deleteMessage(first);
    phone.message('order', { catalog_id: '1' });
    const file = { id: expect.stringMatching(/^\d{16}$/), sha256: expect.stringMatching(/=$/) };
    expect(messages()).toMatchObject([
      { from: budi.waId, from_user_id: budi.userId, text: { body: 'halo' } },
      { image: { ...file, mime_type: 'image/png', caption: 'lubang' } },
      { audio: { ...file, mime_type: 'audio/ogg; codecs=opus', voice: true } },
      { video: { ...file, mime_type: 'video/mp4' } },
      { document: { ...file, filename: 'surat.pdf', mime_type: 'application/pdf' } },
      { sticker: { ...file, mime_type: 'image/webp', animated: false } },
      { contacts: [{ name: { formatted_name: 'Budi' }, phones: [{ wa_id: budi.waId }] }] },
      { reaction: { message_id: first, emoji: '👍' } },
      { reaction: { message_id: first } },
      { text: { body: 'tambahan' }, context: { from: budi.waId, id: first } },
      { type: 'unsupported', errors: [{ code: 131051 }], unsupported: { type: 'poll_creation' } },
      { type: 'edit', edit: { original_message_id: first, message: { text: { body: 'halo juga' } } } },
      { type: 'revoke', revoke: { original_message_id: first } },
      { type: 'order', order: { catalog_id: '1' } },
    ]);
    expect(phone.messages()[0]).toMatchObject({ text: 'halo juga', edited: true, deleted: true });
    expect(new Set(messages().map(({ id }) => id)).size).toBe(14);
  });

  test('an album is one webhook a photo, 200 ms apart', async () => {
    const { emulator, messages, pass } = openOffice();
    emulator.phone(sri).album(3, { caption: 'lubang' });
    expect(messages()).toHaveLength(1);
    await pass(0.3);
    expect(messages()).toHaveLength(2);
    await pass(0.3);
    expect(messages().map(({ image }) => (image as { caption?: string }).caption)).toEqual([
      'lubang',
      undefined,
      undefined,
    ]);
  });

  test('names who has no number by the user id alone', async () => {
    const { emulator, values } = openOffice();
    emulator.phone(tini).type('halo');
    const { contacts, messages: [message] = [] } = values()[0] ?? {};
    expect(contacts).toEqual([{ profile: { name: 'Tini', username: 'tini.uji' }, user_id: tini.userId }]);
    expect(message).toMatchObject({ from_user_id: tini.userId });
    expect(message).not.toHaveProperty('from');
  });
});

import { describe, expect, test } from 'vitest';
import { createTelegramEmulator, samplePhoto, sampleVideo, sampleVoice } from './index.ts';

const token = '100:uji';
const point = { latitude: -7.33, longitude: 110.5 };
const chat = { chat_id: 1 };
const keys = (...buttons: object[]) => ({ ...chat, text: 'x', reply_markup: { inline_keyboard: [buttons] } });
const words = (text: string) => ({ ...chat, text });
const html = (text: string) => ({ ...chat, text, parse_mode: 'HTML' });
const options = ['a', 'b'];
const file = (bytes: Uint8Array) => ({ name: 'berkas', type: '', bytes });

/** Method, parameters, and what the real server says, from its public source and from bots that met it. */
const table: [string, Record<string, unknown>, string][] = [
  ['sendMessage', { chat_id: 0 }, 'message text is empty'],
  ['sendMessage', words(''), 'message text is empty'],
  ['sendMessage', words('   '), 'text must be non-empty'],
  ['sendMessage', html('<b> </b>'), 'text must be non-empty'],
  ['sendMessage', words('x'.repeat(4097)), 'message is too long'],
  ['sendMessage', html(`<b>${'&lt;'.repeat(4097)}</b>`), 'message is too long'],
  ['sendMessage', html('<b>x'), `can't parse entities: Can't find end tag corresponding to start tag "b"`],
  ['sendMessage', { ...chat, text: 'x', parse_mode: 'INVALID' }, 'unsupported parse_mode'],
  ['sendMessage', { text: 'x' }, 'chat_id is empty'],
  ['sendMessage', { chat_id: 99, text: 'x' }, 'chat not found'],
  ['sendMessage', { chat_id: '@nobody', text: 'x' }, 'chat not found'],
  ['sendMessage', { ...chat, text: 'x', message_thread_id: 9 }, 'message thread not found'],
  [
    'sendMessage',
    { ...chat, text: 'x', reply_parameters: { message_id: 999 } },
    'message to be replied not found',
  ],
  ['sendMessage', { ...chat, text: 'x', reply_parameters: { quote: 'x' } }, `can't find field "message_id"`],
  [
    'sendMessage',
    { ...chat, text: 'x', link_preview_options: { is_disabled: 'yes' } },
    'field "is_disabled" must be of type Boolean',
  ],
  ['sendMessage', keys({ text: 'a', callback_data: 'é'.repeat(33) }), 'BUTTON_DATA_INVALID'],
  [
    'sendMessage',
    keys({ text: 'a', callback_data: '' }),
    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  ],
  [
    'sendMessage',
    keys({ callback_data: 'x' }),
    `can't parse inline keyboard button: Can't find field "text"`,
  ],
  ['sendMessage', keys({ text: ' ', callback_data: 'x' }), 'inline keyboard button text must be non-empty'],
  [
    'sendMessage',
    keys({ text: 'a', url: 'not-a-url' }),
    "inline keyboard button URL 'not-a-url' is invalid: Wrong HTTP URL",
  ],
  [
    'sendMessage',
    keys({ text: 'a', url: 'ftp://contoh.go.id' }),
    "inline keyboard button URL 'ftp://contoh.go.id' is invalid: Unsupported URL protocol",
  ],
  ['sendMessage', keys({ text: 'a', copy_text: { text: '' } }), 'BUTTON_COPY_TEXT_INVALID'],
  ['sendMessage', keys({ text: 'a', copy_text: { text: 'x'.repeat(257) } }), 'BUTTON_COPY_TEXT_INVALID'],
  ['sendMessage', keys({ text: 'a', pay: true }), 'BUTTON_TYPE_INVALID'],
  [
    'sendMessage',
    { ...chat, text: 'x', reply_markup: { inline_keyboard: 'bad' } },
    'field "inline_keyboard" must be of type Array',
  ],
  [
    'sendMessage',
    { ...chat, text: 'x', reply_markup: { keyboard: [['A']], one_time_keyboard: 'yes' } },
    'field "one_time_keyboard" must be of type Boolean',
  ],
  [
    'sendMessage',
    { ...chat, text: 'x', reply_markup: '{oops' },
    "can't parse reply keyboard markup JSON object",
  ],
  [
    'sendMessage',
    { ...chat, text: 'hello', entities: [{ type: 'bold', offset: 100, length: 1 }] },
    'entity begins after the end of the text at UTF-16 offset 100',
  ],
  ['sendPhoto', chat, 'there is no photo in the request'],
  [
    'sendPhoto',
    { ...chat, photo: { name: 'a', type: '', bytes: new Uint8Array(50) } },
    'IMAGE_PROCESS_FAILED',
  ],
  ['sendPhoto', { ...chat, photo: 'AgAC', caption: 'x'.repeat(1025) }, 'message caption is too long'],
  ['sendPhoto', { ...chat, photo: 'https://contoh.go.id/a.jpg' }, 'failed to get HTTP URL content'],
  ['sendPhoto', { ...chat, photo: file(new Uint8Array(0)) }, 'file must be non-empty'],
  [
    'sendPhoto',
    { ...chat, photo: file(new Uint8Array(10 * 1024 * 1024 + 1)) },
    'file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes',
  ],
  ['sendPhoto', { ...chat, photo: file(samplePhoto(1, 2100, 100)) }, 'PHOTO_INVALID_DIMENSIONS'],
  ['sendVoice', chat, 'there is no voice in the request'],
  [
    'sendVoice',
    { ...chat, voice: file(sampleVoice()), caption: 'x'.repeat(1025) },
    'message caption is too long',
  ],
  ['sendVideo', { ...chat, video: 'attach://lain' }, 'there is no video in the request'],
  ['sendVideo', { chat_id: 99, video: file(sampleVideo()) }, 'chat not found'],
  ['sendDocument', chat, 'there is no document in the request'],
  ['sendMediaGroup', { ...chat, media: [] }, 'there are no messages to send'],
  ['sendMediaGroup', { ...chat, media: Array(11).fill({}) }, 'too many messages to send as an album'],
  [
    'sendMediaGroup',
    { ...chat, media: [{ type: 'photo', media: 'attach://a' }] },
    "can't parse InputMedia: media not found",
  ],
  [
    'sendMediaGroup',
    {
      ...chat,
      media: [{ type: 'photo', media: 'attach://a' }],
      a: { name: 'a', type: '', bytes: new Uint8Array(50) },
    },
    'failed to send message #1 with the error message "IMAGE_PROCESS_FAILED"',
  ],
  [
    'sendMediaGroup',
    { ...chat, media: [{ type: 'voice', media: 'attach://a' }], a: file(sampleVoice()) },
    'can\'t parse InputMedia: type "voice" can\'t be used in sendMediaGroup',
  ],
  ['sendLocation', { ...chat, longitude: 110.5 }, 'latitude is empty'],
  ['sendLocation', { ...chat, latitude: 91, longitude: 110.5 }, 'wrong location specified'],
  ['sendVenue', { ...chat, ...point, title: ' ', address: 'Jl. Contoh' }, 'title is empty'],
  ['sendVenue', { ...chat, ...point, title: 'Balai' }, 'address is empty'],
  ['sendVenue', { ...chat, latitude: -7.33, title: 'Balai', address: 'Jl. Contoh' }, 'longitude is empty'],
  ['sendPoll', { ...chat, question: 'Q', options: ['a'] }, 'poll must have at least 2 option'],
  ['sendPoll', { ...chat, question: 'Q'.repeat(301), options }, 'poll question length must not exceed 300'],
  ['sendChatAction', { ...chat, action: 'dancing' }, 'wrong parameter action in request'],
  ['editMessageText', { ...chat, text: 'x' }, 'message identifier is not specified'],
  ['editMessageText', { ...chat, text: 'x', message_id: 9999 }, 'message to edit not found'],
  ['deleteMessage', { ...chat, message_id: 9999 }, 'message to delete not found'],
  [
    'setMessageReaction',
    { ...chat, message_id: 9999, reaction: [{ type: 'emoji', emoji: '👀' }] },
    'message to react not found',
  ],
  [
    'setMessageReaction',
    { ...chat, message_id: 1, reaction: [{ type: 'emoji', emoji: '🏢' }] },
    'REACTION_INVALID',
  ],
  [
    'answerCallbackQuery',
    { callback_query_id: '1' },
    'query is too old and response timeout expired or query ID is invalid',
  ],
  ['answerCallbackQuery', { callback_query_id: '1', text: 'x'.repeat(201) }, 'MESSAGE_TOO_LONG'],
  ['setMyCommands', { commands: [{ command: 'Lapor', description: 'x' }] }, 'BOT_COMMAND_INVALID'],
  ['setMyCommands', { commands: [], language_code: 'min' }, 'invalid language code specified'],
  [
    'setWebhook',
    { url: 'http://127.0.0.1/', secret_token: 'a b' },
    'secret token contains unallowed characters',
  ],
  ['getFile', { file_id: 'no' }, 'wrong file_id or the file is temporarily unavailable'],
  ['createForumTopic', { ...chat, name: 'x' }, 'the chat is not a forum'],
];

describe('what Telegram refuses', () => {
  test.each(table)('%s %o: %s', async (method, params, why) => {
    const emulator = createTelegramEmulator({ bots: [{ token }] });
    emulator.phone({ id: 1, firstName: 'Sri' }).type('/start');
    expect(await emulator.call(token, method, params)).toEqual({
      ok: false,
      error_code: 400,
      description: `Bad Request: ${why}`,
    });
  });

  test('an unknown bot, an address that is no bot, and a method nobody has', async () => {
    const { fetch } = createTelegramEmulator({ bots: [{ token }] });
    const ask = async (path: string) => {
      const response = await fetch(new Request(`http://telegram.test${path}`));
      return [response.status, ((await response.json()) as { description: string }).description];
    };
    expect(await ask('/bot999:other/getMe')).toEqual([401, 'Unauthorized']);
    expect(await ask('/botnonsense/getMe')).toEqual([404, 'Not Found']);
    expect(await ask(`/bot${token}/getAnswer`)).toEqual([404, 'Not Found']);
    expect(await ask(`/bot${token}/GETME`)).toEqual([200, undefined]);
  });

  test('an edit that changes nothing, an edit of a message with a reply keyboard, and one with the wrong markup', async () => {
    const emulator = createTelegramEmulator({ bots: [{ token }] });
    const sri = emulator.phone({ id: 1, firstName: 'Sri' });
    sri.type('/start');
    const reply_markup = { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] };
    const said = { chat_id: 1, text: 'sama', reply_markup };
    await emulator.call(token, 'sendMessage', said);
    const message_id = (await sri.next()).id;
    expect(await emulator.call(token, 'editMessageText', { ...said, message_id })).toMatchObject({
      description:
        'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    });
    expect(
      await emulator.call(token, 'editMessageText', { chat_id: 1, text: 'sama', message_id }),
    ).toMatchObject({
      ok: true,
    });
    expect(
      await emulator.call(token, 'editMessageText', { chat_id: 1, text: 'lain', message_id }),
    ).toMatchObject({
      ok: true,
    });
    const remove = { remove_keyboard: true };
    expect(
      await emulator.call(token, 'editMessageText', {
        chat_id: 1,
        text: 'b',
        message_id,
        reply_markup: remove,
      }),
    ).toMatchObject({ description: 'Bad Request: inline keyboard expected' });
    sri.catchUp();
    await emulator.call(token, 'sendMessage', { chat_id: 1, text: 'k', reply_markup: { keyboard: [['A']] } });
    const fixed = (await sri.next()).id;
    expect(
      await emulator.call(token, 'editMessageText', { chat_id: 1, text: 'b', message_id: fixed }),
    ).toMatchObject({
      description: "Bad Request: message can't be edited",
    });
  });

  test('nothing that is just within the limits', async () => {
    const emulator = createTelegramEmulator({ bots: [{ token }] });
    emulator.phone({ id: 1, firstName: 'Sri' }).type('/start');
    const fits = [
      html('&lt;'.repeat(4096)),
      words('😀'.repeat(2048)),
      keys({ text: 'a', callback_data: 'x'.repeat(64) }),
      words('  a  '),
    ];
    for (const params of fits)
      expect(await emulator.call(token, 'sendMessage', params)).toMatchObject({ ok: true });
    expect(emulator.calls().at(-1)?.result).toMatchObject({ text: 'a' });
  });
});

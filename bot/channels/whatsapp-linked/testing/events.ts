import { generateWAMessageFromContent, proto } from '@whiskeysockets/baileys';

/** Invented people: Sri writes under a hidden id, her number beside it; Budi only under his number. */
export const sri = { lid: '271828182845904@lid', phone: '6281200000001@s.whatsapp.net' };
export const budi = '6281200000002@s.whatsapp.net';
export const ours = '6281200000099@s.whatsapp.net';

export const sentAt = new Date('2026-11-20T02:00:00Z');

type Key = { [name: string]: unknown };

/** What the client emits for a message of Sri's, made by the client's own builder and read back from its wire form. */
export const heard = (
  message: proto.IMessage | undefined,
  key: Key = {},
  more: { [name: string]: unknown } = {},
  type: 'notify' | 'append' = 'notify',
) => ({
  messages: [
    {
      key: {
        remoteJid: sri.lid,
        remoteJidAlt: sri.phone,
        fromMe: false,
        id: '3A0001',
        addressingMode: 'lid',
        ...key,
      },
      ...(message && { message: overTheWire(message) }),
      messageTimestamp: sentAt.getTime() / 1000,
      pushName: 'Sri',
      broadcast: false,
      ...more,
    },
  ],
  type,
});

const quoted = {
  key: { remoteJid: sri.lid, fromMe: true, id: '3EB0OURS' },
  message: { conversation: 'Di mana tempatnya?' },
};

const overTheWire = (message: proto.IMessage): proto.Message => {
  const made = generateWAMessageFromContent(sri.lid, message, { userJid: ours, timestamp: sentAt });
  return proto.Message.decode(proto.Message.encode(made.message ?? {}).finish());
};

/** The same as an answer to a message of ours. */
export const answering = (message: proto.IMessage): proto.IMessage =>
  generateWAMessageFromContent(sri.lid, message, { userJid: ours, timestamp: sentAt, quoted }).message ?? {};

export const mediaKey = new Uint8Array(32).fill(7);

/** A file as it stands in a message. */
export const file = {
  url: 'https://mmg.whatsapp.net/o1/v/t24/f2/m231/lubang?ccb=9-4&oh=01&oe=67',
  directPath: '/o1/v/t24/f2/m231/lubang?ccb=9-4&oh=01&oe=67',
  mediaKey,
  fileLength: 4321,
};

const image = { imageMessage: { ...file, mimetype: 'image/jpeg', caption: 'lubang' } };
const { ProtocolMessage } = proto.Message;

/** What people do on their phones, each as the event that the client makes of it. */
export const events: { readonly [name: string]: unknown } = {
  text: heard({ conversation: 'Lampu jalan mati' }),
  'text with a link': heard({ extendedTextMessage: { text: 'lihat https://contoh.example' } }),
  answer: heard(answering({ extendedTextMessage: { text: 'di Tingkir' } })),
  'text kept while we were away': heard({ conversation: 'halo' }, {}, {}, 'append'),
  photo: heard(image),
  'vanishing photo': heard({ ephemeralMessage: { message: image } }),
  'photo seen once': heard({ viewOnceMessageV2: { message: image } }),
  'photo seen once that only the phone may see': heard(undefined, { isViewOnce: true }),
  'photo of an album': heard({
    associatedChildMessage: {
      message: {
        ...image,
        messageContextInfo: {
          messageAssociation: { associationType: 1, parentMessageKey: { id: '3AALBUM' } },
        },
      },
    },
  }),
  'photo as a file': heard({
    documentWithCaptionMessage: {
      message: { documentMessage: { ...file, mimetype: 'image/png', caption: 'asli', fileName: 'a.png' } },
    },
  }),
  'voice note': heard({
    audioMessage: { ...file, ptt: true, seconds: 12, mimetype: 'audio/ogg; codecs=opus' },
  }),
  music: heard({ audioMessage: { ...file, ptt: false, seconds: 200, mimetype: 'audio/mpeg' } }),
  video: heard({ videoMessage: { ...file, seconds: 9, mimetype: 'video/mp4' } }),
  'round video': heard({ ptvMessage: { ...file, seconds: 9 } }),
  'moving picture': heard({ videoMessage: { ...file, gifPlayback: true } }),
  'video that is too large': heard({ videoMessage: { ...file, fileLength: 20 * 1024 * 1024 + 1 } }),
  document: heard({ documentMessage: { ...file, mimetype: 'application/pdf', fileName: 'surat.pdf' } }),
  sticker: heard({ stickerMessage: { ...file, mimetype: 'image/webp' } }),
  pin: heard({ locationMessage: { degreesLatitude: -7.3305, degreesLongitude: 110.5084, name: 'Tingkir' } }),
  'live pin': heard({ liveLocationMessage: { degreesLatitude: -7.33, degreesLongitude: 110.5 } }),
  contact: heard({
    contactMessage: { displayName: 'Budi', vcard: 'BEGIN:VCARD\nTEL:+6281200000002\nEND:VCARD' },
  }),
  contacts: heard({ contactsArrayMessage: { displayName: '2', contacts: [] } }),
  poll: heard({ pollCreationMessageV3: { name: 'Setuju?', options: [{ optionName: 'ya' }] } }),
  event: heard({ eventMessage: { name: 'Kerja bakti' } }),
  'under a number only': heard(
    { conversation: 'halo' },
    { remoteJid: budi, remoteJidAlt: undefined, addressingMode: 'pn' },
  ),
  'under a number, its hidden id beside it': heard(
    { conversation: 'halo' },
    { remoteJid: '6281200000001:7@s.whatsapp.net', remoteJidAlt: sri.lid, addressingMode: 'pn' },
  ),
  'under a hidden id only': heard({ conversation: 'halo' }, { remoteJidAlt: undefined }),
};

/** What is nobody's word to us. */
export const silences: { readonly [name: string]: unknown } = {
  'our own words': heard({ conversation: 'Terima kasih' }, { fromMe: true }),
  group: heard(
    { conversation: 'halo semua' },
    { remoteJid: '120363000000000001@g.us', participant: sri.lid },
  ),
  status: heard({ conversation: 'libur' }, { remoteJid: 'status@broadcast', participant: sri.lid }),
  channel: heard({ conversation: 'berita' }, { remoteJid: '120363000000000002@newsletter' }),
  'announcement of WhatsApp': heard({ conversation: 'baru' }, { remoteJid: '0@c.us' }),
  reaction: heard({ reactionMessage: { key: { id: '3EB0OURS' }, text: '👍' } }),
  deleted: heard({ protocolMessage: { type: ProtocolMessage.Type.REVOKE, key: { id: '3A0001' } } }),
  edited: heard({
    editedMessage: {
      message: {
        protocolMessage: {
          type: ProtocolMessage.Type.MESSAGE_EDIT,
          editedMessage: { conversation: 'Lampu' },
        },
      },
    },
  }),
  'vanishing switched on': heard({
    protocolMessage: { type: ProtocolMessage.Type.EPHEMERAL_SETTING, ephemeralExpiration: 86_400 },
  }),
  'poll vote': heard({ pollUpdateMessage: {} }),
  'head of an album': heard({ albumMessage: { expectedImageCount: 2 } }),
  'keys of a group': heard({ senderKeyDistributionMessage: { groupId: '120363000000000001@g.us' } }),
  'missed call': heard(undefined, {}, { messageStubType: proto.WebMessageInfo.StubType.CALL_MISSED_VOICE }),
  'not to be opened': heard(
    undefined,
    {},
    {
      messageStubType: proto.WebMessageInfo.StubType.CIPHERTEXT,
      messageStubParameters: ['Bad MAC'],
    },
  ),
  'of another device of ours': heard({ conversation: 'x' }, {}, { category: 'peer' }),
};

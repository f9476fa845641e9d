const mega = 1024 * 1024;

/** How long things may be, in characters, and how many. Pages under https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/ */
export const limits = {
  /** text-messages */
  text: 4096,
  /** image-messages, video-messages, document-messages */
  caption: 1024,
  /** interactive-reply-buttons-messages */
  buttons: 3,
  buttonId: 256,
  buttonTitle: 20,
  buttonsBody: 1024,
  headerText: 60,
  footer: 60,
  /** interactive-list-messages */
  rows: 10,
  rowId: 200,
  rowTitle: 24,
  rowDescription: 72,
  sectionTitle: 24,
  listOpen: 20,
  listBody: 4096,
  /** location-request-messages */
  locationRequestBody: 1024,
  /** interactive-cta-url-messages */
  linkLabel: 20,
  linkBody: 1024,
  url: 2000,
  /** send-messages: `biz_opaque_callback_data` */
  opaque: 512,
  /** template-messages: payload of a quick-reply button; the body with its parameters filled in */
  payload: 128,
  templateBody: 1024,
  templateButtonText: 25,
  templateButtons: 10,
} as const;

/** Files that may be sent, with their greatest size in bytes. https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media */
export const fileKinds: readonly { kind: SentFile; types: readonly string[]; bytes: number }[] = [
  { kind: 'image', types: ['image/jpeg', 'image/png'], bytes: 5 * mega },
  {
    kind: 'audio',
    types: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'],
    bytes: 16 * mega,
  },
  { kind: 'video', types: ['video/3gpp', 'video/mp4'], bytes: 16 * mega },
  { kind: 'sticker', types: ['image/webp'], bytes: 500 * 1024 },
  {
    kind: 'document',
    types: [
      'application/pdf',
      'text/plain',
      'application/msword',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.ms-excel',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/vnd.ms-powerpoint',
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    ],
    bytes: 100 * mega,
  },
];

export type SentFile = 'image' | 'audio' | 'video' | 'sticker' | 'document';

/** How long a conversation stays open after the person's last message. */
export const windowS = 24 * 3600;

/** How long the typing indicator shows. https://developers.facebook.com/documentation/business-messaging/whatsapp/typing-indicators */
export const typingS = 25;

/** Lives of files: the link of one, uploaded ones, those of people. */
export const linkLifeS = 300;
export const uploadedLifeS = 30 * 86_400;
export const receivedLifeS = 7 * 86_400;

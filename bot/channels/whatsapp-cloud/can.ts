import type { Capabilities } from '../../conversation/capabilities.ts';

/**
 * Limits of the Cloud API (developers.facebook.com/documentation/business-messaging/whatsapp, pages "text messages",
 * "interactive reply buttons messages", "interactive list messages", "location request messages"): a list has ten rows in
 * all its sections; free words only within 24 hours of the person's last message ("send messages").
 */
export const can: Capabilities = {
  textMax: 4096,
  buttons: { max: 3, idBytes: 256, label: 20, text: 1024 },
  list: { rows: 10, title: 24, description: 72 },
  numbered: 9,
  edits: false,
  requests: { location: true, phone: false, choices: 'lines', text: 1024 },
  shows: ['photo', 'voice', 'video'],
  pins: true,
  documents: true,
  copies: false,
  letters: true,
  window: { hours: 24, template: true },
};

/** UTF-16 units of the words under a photo or video (pages "image messages", "video messages"). */
export const captionMost = 1024;

/** UTF-16 units of the name on a pin; Meta tells no limit, the house's own. */
export const pinNameMost = 200;

/** Bytes of a file that we fetch: what people send is at most 16 MB, as documents 100 MB (page "media"); the house takes 20 MiB. */
export const fetchMost = 20 * 1024 * 1024;

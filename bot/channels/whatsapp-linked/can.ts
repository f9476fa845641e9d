import type { Capabilities } from '../../conversation/capabilities.ts';

/**
 * What a linked device shows: text, numbered menus, and files. Buttons and lists were taken from it by WhatsApp, and it
 * only answers, so no news is told later than a day after a person's last word (`channels.md` 4.1). The text limit is our
 * own, for a message of the phone may be far longer.
 */
export const can: Capabilities = {
  textMax: 4096,
  buttons: null,
  list: null,
  numbered: 9,
  edits: false,
  requests: { location: false, phone: false, choices: 'lines' },
  shows: ['photo', 'voice', 'video'],
  pins: true,
  documents: true,
  copies: false,
  letters: true,
  window: { hours: 24, template: false },
};

/** UTF-16 units of the words under a picture (our own cap, as on the Cloud API). */
export const captionMost = 1024;

/** Files of more bytes are not fetched, as on Telegram (20 MB). */
export const fetchMost = 20 * 1024 * 1024;

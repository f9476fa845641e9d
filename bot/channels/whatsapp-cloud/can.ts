import type { Capabilities } from '../../conversation/capabilities.ts';

/**
 * Limits of the Cloud API (developers.facebook.com/documentation/business-messaging/whatsapp, "interactive reply buttons",
 * "interactive lists", "location request"): three buttons of 20 characters under 1,024, or a list of ten rows.
 */
export const can: Capabilities = {
  textMax: 4096,
  buttons: { max: 3, idBytes: 256, label: 20, text: 1024 },
  list: { rows: 10, title: 24, description: 72 },
  numbered: 9,
  edits: false,
  requests: { location: true, phone: false, choices: 'lines', text: 1024 },
  shows: ['photo', 'voice', 'video'],
  copies: false,
  letters: true,
  window: { hours: 24, template: true },
};

import type { Capabilities } from '../../conversation/capabilities.ts';

/** Limits of the Bot API (core.telegram.org/bots/api): 4,096 UTF-16 units after entities, callback data 1–64 bytes; ten choices stay readable on a small phone. */
export const can: Capabilities = {
  textMax: 4096,
  buttons: { max: 10, idBytes: 64 },
  list: null,
  numbered: 9,
  edits: true,
  requests: { location: true, phone: true, choices: 'keys' },
  shows: ['photo', 'voice', 'video'],
  pins: true,
  documents: true,
  copies: true,
  letters: false,
  window: null,
};

/** A bot may fetch files of so many bytes (core.telegram.org/bots/api#getfile: 20 MB). */
export const fetchMost = 20 * 1024 * 1024;

import type { Capabilities } from '../../conversation/capabilities.ts';

/** A terminal has lines and no buttons: choices are numbered, nine a page, so that one key answers; a place is typed as `@LAT,LON`. */
export const can: Capabilities = {
  textMax: 16_384,
  buttons: null,
  list: null,
  numbered: 9,
  edits: false,
  requests: { location: true, phone: false, choices: 'lines' },
  shows: [],
  pins: true,
  documents: false,
  copies: false,
  letters: false,
  window: null,
};

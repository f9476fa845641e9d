import { can as telegram } from '../../channels/telegram/can.ts';
import { can as terminal } from '../../channels/terminal/can.ts';
import type { Capabilities } from '../capabilities.ts';

const plain: Capabilities = {
  ...terminal,
  textMax: 4096,
  requests: { location: false, phone: false, choices: 'lines' },
};

/** The channels there are, the ones to come (`channels.md` section 5), and ones tighter than any. */
export const capabilitySets: { readonly [name: string]: Capabilities } = {
  telegram,
  terminal,
  'three buttons': { ...plain, buttons: { max: 3, idBytes: 256 } },
  'ten buttons': { ...plain, buttons: { max: 10, idBytes: 200 } },
  'three buttons or a list of ten': {
    ...plain,
    buttons: { max: 3, idBytes: 256, label: 20, text: 1024 },
    list: { rows: 10, title: 24, description: 72 },
  },
  'numbered by eight': { ...plain, numbered: 8 },
  'numbered by nine': { ...plain, numbered: 9 },
  'numbered by three': { ...plain, numbered: 3 },
  'short messages': { ...plain, textMax: 60, numbered: 4 },
};

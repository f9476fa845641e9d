import type { Capabilities } from '../conversation/capabilities.ts';
import type { ChannelName } from '../conversation/inbound.ts';
import { can as telegram } from './telegram/can.ts';
import { can as terminal } from './terminal/can.ts';
import { can as whatsappCloud } from './whatsapp-cloud/can.ts';
import { can as whatsappLinked } from './whatsapp-linked/can.ts';

/** What each channel can do, for decisions that are made before the channel is at hand. */
export const abilities: { readonly [channel in ChannelName]: Capabilities } = {
  telegram,
  terminal,
  'whatsapp-cloud': whatsappCloud,
  'whatsapp-linked': whatsappLinked,
};

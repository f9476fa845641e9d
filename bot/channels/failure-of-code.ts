import type { ChannelName } from '../conversation/inbound.ts';
import { type Known, failureOfCode as ofCloud } from './whatsapp-cloud/failure-of-code.ts';
import { failureOf as ofLinked } from './whatsapp-linked/send.ts';

/** What a platform's code for a message that failed later means for its letter; each platform counts its own. */
export const failureOfCode = (code: number, channel: ChannelName): Known =>
  channel === 'whatsapp-linked' ? { failure: ofLinked(code) } : ofCloud(code);

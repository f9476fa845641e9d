import type { ChannelName } from '../bot/conversation/inbound.ts';
import type { Seal } from './sealed.ts';

/**
 * The name under which a message of ours is kept. WhatsApp's ids hold the person's number, readable by anybody, so of
 * those only a keyed hash is kept; others as they are.
 */
export const messageName = (seal: Pick<Seal, 'hash'>, channel: ChannelName, message: string): string => {
  switch (channel) {
    case 'whatsapp-cloud':
    case 'whatsapp-linked':
      return seal.hash('sent', channel, message).toString('hex');
    case 'telegram':
    case 'terminal':
      return message;
    default:
      return channel satisfies never;
  }
};

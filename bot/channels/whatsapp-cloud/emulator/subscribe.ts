import type { Get } from '../../emulator/get.ts';
import { digits } from './identifiers.ts';
import type { Desk } from './world.ts';

/**
 * Meta's question before it delivers: the address must echo the challenge for the right token.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint
 */
export async function subscribe(desk: Desk, url: string, get: Get, verifyToken: string): Promise<void> {
  const challenge = digits(desk.world.dice, 10);
  const asked = new URL(url);
  asked.searchParams.set('hub.mode', 'subscribe');
  asked.searchParams.set('hub.challenge', challenge);
  asked.searchParams.set('hub.verify_token', verifyToken);
  const { status, body } = await get(asked.href);
  if (status !== 200 || body !== challenge)
    throw new Error(`the callback URL could not be validated: it answered ${status}`);
  desk.delivery.point(url);
}

import { callMethod } from './bot-api.ts';
import type { Params } from './outcome.ts';
import { isRecord } from './params.ts';
import type { Desk } from './world.ts';

/**
 * A bot may answer a webhook with one method in the response's body. Telegram does it and throws its result and
 * errors away; here they stand in the record of calls. https://core.telegram.org/bots/api#making-requests-when-getting-updates
 */
export function doWebhookReply(desk: Desk, body: string): void {
  const params = readReply(body);
  const method = params?.method;
  if (!params || typeof method !== 'string') return;
  void callMethod(desk, method, params, 'webhook-response');
}

function readReply(body: string): Params | undefined {
  if (body[0] !== '{')
    return body.includes('method=') ? Object.fromEntries(new URLSearchParams(body)) : undefined;
  try {
    const value: unknown = JSON.parse(body);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

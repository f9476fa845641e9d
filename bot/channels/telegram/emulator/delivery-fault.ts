import { STATUS_CODES } from 'node:http';
import type { Posted } from '../../emulator/post.ts';

/** Why a delivery failed, as `getWebhookInfo` words it. */
export function deliveryFault(result: Posted | Error): string {
  if (!(result instanceof Error))
    return `Wrong response from the webhook: ${result.status} ${STATUS_CODES[result.status] ?? ''}`.trim();
  const code = 'code' in result ? result.code : undefined;
  if (code === 'ECONNREFUSED') return 'Connection refused';
  if (code === 'ECONNRESET') return 'Connection reset by peer';
  return result.message;
}

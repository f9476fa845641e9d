import { createHmac } from 'node:crypto';

/** The office's number on WhatsApp, for tests only. */
export const officeNumber = {
  phoneNumberId: '105400120030040',
  displayNumber: '62 298 700 1001',
  token: 'EAAuji0123456789tokenUntukUji',
  appSecret: '0123456789abcdef0123456789abcdef',
  verifyToken: 'cocok-dengan-yang-di-meta',
};

/** A webhook as it goes over the line. A header that is a list is sent as often. */
export type Webhook = { body: string | Uint8Array; headers: { [name: string]: string | string[] } };

/** What a body was signed with: by the app's secret unless said. */
export const signed = (body: string | Uint8Array, secret = officeNumber.appSecret): Webhook => ({
  body,
  headers: {
    'content-type': 'application/json',
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  },
});

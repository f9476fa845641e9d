import { createHash, createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { officeNumber, signed, type Webhook } from './whatsapp-webhook.ts';

/** The digits of a signature. */
export const digest = (body: string | Uint8Array, secret = officeNumber.appSecret): string =>
  createHmac('sha256', secret).update(body).digest('hex');

const json = { 'content-type': 'application/json' };

const withSignature = (body: string | Uint8Array, signature: string | string[]): Webhook => ({
  body,
  headers: { ...json, 'x-hub-signature-256': signature },
});

/** A body that means the same and is other bytes, as a proxy that reads and writes JSON would make it. */
export const written = (body: string): string => JSON.stringify(JSON.parse(body));

/** What somebody who is not Meta could bring, each made of a body that would be believed if Meta had signed it. */
export const forgeries: { readonly [how: string]: (body: string, other: string) => Webhook } = {
  'without a signature': (body) => ({ body, headers: json }),
  'with an empty signature': (body) => withSignature(body, ''),
  'with a signature that is only its name': (body) => withSignature(body, 'sha256='),
  "with another app's secret": (body) => signed(body, 'rahasia-aplikasi-lain'),
  'with an empty secret': (body) => signed(body, '\0'),
  'with the token instead of the secret': (body) => signed(body, officeNumber.token),
  'with the verify token instead of the secret': (body) => signed(body, officeNumber.verifyToken),
  'with the secret itself as signature': (body) => withSignature(body, `sha256=${officeNumber.appSecret}`),
  'with the signature of another webhook': (body, other) => withSignature(body, `sha256=${digest(other)}`),
  'with one word changed after signing': (body) => ({
    ...signed(body),
    body: body.replace('lampu', 'lampo'),
  }),
  'with a line behind what was signed': (body) => ({ ...signed(body), body: `${body}\n` }),
  'with a mark of byte order before what was signed': (body) => ({ ...signed(body), body: `\uFEFF${body}` }),
  'cut short behind the signature': (body) => ({ ...signed(body), body: body.slice(0, -1) }),
  'empty, with the signature of something': (body) => ({ ...signed(body), body: '' }),
  'with the signature of its own text, written anew': (body) =>
    withSignature(body, `sha256=${digest(written(body))}`),
  'written anew, with the signature of what it was': (body) => ({ ...signed(body), body: written(body) }),
  'pressed together behind the signature': (body) => {
    const { headers } = signed(body);
    return { body: gzipSync(body), headers: { ...headers, 'content-encoding': 'gzip' } };
  },
  'with a signature cut short': (body) => withSignature(body, `sha256=${digest(body).slice(0, -1)}`),
  'with half a signature': (body) => withSignature(body, `sha256=${digest(body).slice(0, 32)}`),
  'with more behind the signature': (body) => withSignature(body, `sha256=${digest(body)}00`),
  'with a signature in capitals': (body) =>
    withSignature(body, `sha256=${digest(body).toUpperCase().replace(/^\d*$/, 'A')}`),
  'with the name of the method in capitals': (body) => withSignature(body, `SHA256=${digest(body)}`),
  'without the name of the method': (body) => withSignature(body, digest(body)),
  'with a colon for the sign of equality': (body) => withSignature(body, `sha256:${digest(body)}`),
  'with the name of another method': (body) => withSignature(body, `sha512=${digest(body)}`),
  'with a signature of the older kind in its place': (body) =>
    withSignature(body, `sha1=${createHmac('sha1', officeNumber.appSecret).update(body).digest('hex')}`),
  'with the older header only': (body) => ({
    body,
    headers: {
      ...json,
      'x-hub-signature': `sha1=${createHmac('sha1', officeNumber.appSecret).update(body).digest('hex')}`,
    },
  }),
  'with the right signature under the older name': (body) => ({
    body,
    headers: { ...json, 'x-hub-signature': `sha256=${digest(body)}` },
  }),
  'with a sum that needs no secret': (body) =>
    withSignature(body, `sha256=${createHash('sha256').update(body).digest('hex')}`),
  'with secret and body summed one behind the other': (body) =>
    withSignature(
      body,
      `sha256=${createHash('sha256')
        .update(officeNumber.appSecret + body)
        .digest('hex')}`,
    ),
  'with noughts': (body) => withSignature(body, `sha256=${'0'.repeat(64)}`),
  'with signs that are no digits': (body) => withSignature(body, `sha256=${'zz'.repeat(32)}`),
  'with two signatures, the right one last': (body) =>
    withSignature(body, [`sha256=${'0'.repeat(64)}`, `sha256=${digest(body)}`]),
  'with two signatures, the right one first': (body) =>
    withSignature(body, [`sha256=${digest(body)}`, `sha256=${'0'.repeat(64)}`]),
  'with the signature in base 64': (body) =>
    withSignature(
      body,
      `sha256=${createHmac('sha256', officeNumber.appSecret).update(body).digest('base64')}`,
    ),
};

let made = 0;

/** A message as Meta writes it, by somebody whom nobody knows yet, so that believing it would leave a trace. */
export const strangerSays = (text: string, phoneNumberId = officeNumber.phoneNumberId): string => {
  const nth = String(made++).padStart(6, '0');
  const wa = `62812900${nth}`;
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '622987001001', phone_number_id: phoneNumberId },
    contacts: [{ profile: { name: 'Warga Baru' }, wa_id: wa, user_id: `ID.9${nth}` }],
    messages: [
      {
        from: wa,
        from_user_id: `ID.9${nth}`,
        id: `wamid.palsu${nth}=`,
        timestamp: '1790000000',
        type: 'text',
        text: { body: text },
      },
    ],
  };
  const entry = [{ id: '20001', changes: [{ value, field: 'messages' }] }];
  return JSON.stringify({ object: 'whatsapp_business_account', entry })
    .replaceAll('/', '\\/')
    .replaceAll('ü', '\\u00fc');
};

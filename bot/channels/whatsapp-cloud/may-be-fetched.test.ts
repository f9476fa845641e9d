import { expect, test } from 'vitest';
import { mayBeFetched } from './may-be-fetched.ts';

test.each([
  ['https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1', true],
  ['https://scontent.xx.fbcdn.net/v/1', true],
  ['https://mmg.whatsapp.net/v/1', true],
  ['https://graph.facebook.com/v23.0/1', true],
  ['https://graph.facebook.com:8443/1', false],
  ['https://sri@lookaside.fbsbx.com/1', false],
  ['https://fbcdn.net.example.org/1', false],
  ['https://whatsapp.net/1', false],
  ['ftp://mmg.whatsapp.net/1', false],
  ['https://169.254.169.254/latest', false],
])('an address of Meta’s alone may be fetched: %s', (address, may) => {
  expect(mayBeFetched(address, 'https://graph.facebook.com')).toBe(may);
});

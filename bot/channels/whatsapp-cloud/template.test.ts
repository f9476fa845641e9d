import { describe, expect, test } from 'vitest';
import { marks } from '../../i18n/marks.ts';
import { readMessage } from './emulator/index.ts';
import { seen } from './seen.ts';
import { template } from './template.ts';

const to = { channel: 'whatsapp-cloud', account: '1001', id: '628120000701' } as const;
const scoped = { ...to, id: 'ID.70113491208655302741' };
const [strong, strongEnd] = marks.strong;

describe('a template', () => {
  const told = {
    name: 'kabar_laporan',
    language: 'id',
    params: {
      nomor: 'SLT-7K4PQ2',
      kabar: `${strong}Selesai${strongEnd}\n\ndan\tbersih     sekali`,
      kosong: ' \u0000 ',
    },
    payloads: ['go:ticket:SLT-7K4PQ2', 'go:stop'],
  };

  test('has its blanks filled on one line, and what its quick replies send back', () => {
    const { body } = template(scoped, told, '17');
    expect(body).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      recipient: 'ID.70113491208655302741',
      type: 'template',
      biz_opaque_callback_data: '17',
      template: {
        name: 'kabar_laporan',
        language: { code: 'id' },
        components: [
          {
            type: 'body',
            parameters: [
              { type: 'text', parameter_name: 'nomor', text: 'SLT-7K4PQ2' },
              { type: 'text', parameter_name: 'kabar', text: 'Selesai dan bersih sekali' },
              { type: 'text', parameter_name: 'kosong', text: '-' },
            ],
          },
          {
            type: 'button',
            sub_type: 'quick_reply',
            index: '0',
            parameters: [{ type: 'payload', payload: 'go:ticket:SLT-7K4PQ2' }],
          },
          {
            type: 'button',
            sub_type: 'quick_reply',
            index: '1',
            parameters: [{ type: 'payload', payload: 'go:stop' }],
          },
        ],
      },
    });
    expect(() => readMessage(body)).not.toThrow();
  });

  test('without blanks and buttons has no parts', () => {
    const { body } = template(to, { ...told, params: {}, payloads: [] });
    expect(body.template).toEqual({ name: 'kabar_laporan', language: { code: 'id' } });
    expect(() => readMessage(body)).not.toThrow();
  });
});

test('a message is marked as read, and an answer shown to be on its way', () => {
  expect(seen('wamid.HBgM').body).toEqual({
    messaging_product: 'whatsapp',
    status: 'read',
    message_id: 'wamid.HBgM',
    typing_indicator: { type: 'text' },
  });
});

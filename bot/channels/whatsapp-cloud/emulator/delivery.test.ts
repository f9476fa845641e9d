import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { getFromHandler } from '../../emulator/get.ts';
import { breath, budi, number, ok, openOffice, sri, tini, words } from './testing/office.ts';

const bodies = (messages: Record<string, unknown>[]) =>
  messages.map(({ text }) => (text as { body: string }).body);

describe('a webhook', () => {
  test('is signed over the very text that travels, with what is not ASCII escaped', async () => {
    const seen: { body: string; headers: Record<string, string> }[] = [];
    const { emulator } = openOffice({}, async (_, body, headers) => {
      seen.push({ body, headers });
      return ok;
    });
    emulator.phone(sri).type('jalan rusak é 🙏 http://a.test/b');
    await emulator.idle();
    const [{ body, headers } = { body: '', headers: {} }] = seen;
    const signed = createHmac('sha256', number.appSecret).update(body).digest('hex');
    expect(headers).toEqual({
      'content-type': 'application/json',
      'x-hub-signature-256': `sha256=${signed}`,
    });
    expect(body).toContain('jalan rusak \\u00e9 \\ud83d\\ude4f http:\\/\\/a.test\\/b');
    expect(JSON.parse(body)).toEqual({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: 'waba-1001',
          changes: [
            {
              field: 'messages',
              value: {
                messaging_product: 'whatsapp',
                metadata: { display_phone_number: '62 298 700 1001', phone_number_id: '1001' },
                contacts: [{ profile: { name: 'Sri' }, wa_id: sri.waId }],
                messages: [
                  {
                    from: sri.waId,
                    id: expect.stringMatching(/^wamid\./),
                    timestamp: '1780000000',
                    type: 'text',
                    text: { body: 'jalan rusak é 🙏 http://a.test/b' },
                  },
                ],
              },
            },
          ],
        },
      ],
    });
  });

  test('comes again after 2, 4, 8 seconds until it is answered with 2xx', async () => {
    const at: number[] = [];
    const answers = [503, 500, new Error('ECONNRESET'), 204];
    const { emulator, clock } = openOffice({}, async () => {
      at.push((clock.now() - start) / 1000);
      const answer = answers[at.length - 1];
      if (answer instanceof Error) throw answer;
      return { status: answer ?? 200, body: '' };
    });
    const start = clock.now();
    emulator.phone(sri).type('halo');
    for (let second = 0; second < 20; second++) {
      await breath();
      clock.advance(1000);
    }
    expect(at).toEqual([0, 2, 6, 14]);
    await emulator.idle();
    expect(emulator.stats).toMatchObject({ events: 1, delivered: 1, failedDeliveries: 3, dropped: 0 });
  });

  test('is given up after seven days', async () => {
    const { emulator, clock } = openOffice({}, async () => ({ status: 503, body: '' }));
    emulator.phone(sri).type('halo');
    for (let hour = 0; hour < 170; hour++) {
      await breath();
      clock.advance(3_600_000);
    }
    await emulator.idle();
    expect(emulator.stats).toMatchObject({ delivered: 0, dropped: 1 });
  });

  test('waits for no other, and may overtake it', async () => {
    const { emulator, pass, messages } = openOffice();
    emulator.scramble(10);
    const sent = Array.from({ length: 20 }, (_, at) => `kata ${at}`);
    const phone = emulator.phone(sri);
    for (const one of sent) phone.type(one);
    await pass(11);
    expect(bodies(messages()).toSorted()).toEqual(sent.toSorted());
    expect(bodies(messages())).not.toEqual(sent);
  });

  test('is lost while nobody is subscribed', async () => {
    const { emulator } = openOffice({}, async () => ok);
    emulator.close();
    emulator.phone(sri).type('halo');
    await emulator.idle();
    expect(emulator.stats).toMatchObject({ events: 1, delivered: 0, dropped: 1 });
  });
});

describe('a batch', () => {
  const fill = async () => {
    const office = openOffice({ statuses: { early: true, read: false } });
    office.emulator.phone(sri).type('buka');
    office.emulator.hold();
    office.emulator.phone(sri).type('satu');
    office.emulator.phone(budi).type('dua');
    await office.emulator.call(words('tiga'));
    await breath();
    expect(office.delivered).toHaveLength(1);
    return office;
  };

  test('carries messages of several people and news in one value', async () => {
    const { emulator, delivered } = await fill();
    expect(emulator.release()).toBe(3);
    const [entry, ...others] = delivered[1]?.entry ?? [];
    expect(others).toEqual([]);
    expect(entry?.changes).toMatchObject([
      {
        value: {
          contacts: [{ wa_id: sri.waId }, { wa_id: budi.waId }, { wa_id: sri.waId }],
          messages: [{ type: 'text' }, { type: 'text' }],
          statuses: [{ status: 'sent' }],
        },
      },
    ]);
  });

  test.each([
    ['changes', [3]],
    ['entries', [1, 1, 1]],
  ] as const)('comes as several %s', async (shape, changes) => {
    const { emulator, delivered } = await fill();
    emulator.release(shape);
    expect(delivered[1]?.entry.map((entry) => entry.changes.length)).toEqual(changes);
  });

  test('of nothing is not sent', () => {
    const { emulator, delivered } = openOffice();
    emulator.hold();
    expect(emulator.release()).toBe(0);
    expect(delivered).toEqual([]);
  });
});

test('a storm delivers the same again, at the same moment', async () => {
  const { emulator, messages } = openOffice();
  emulator.storm({ repeatShare: 1, copies: 3, parallel: true });
  emulator.phone(sri).type('halo');
  await emulator.idle();
  expect(new Set(messages().map(({ id }) => id)).size).toBe(1);
  expect(messages()).toHaveLength(4);
  expect(emulator.stats).toMatchObject({ delivered: 1, repeated: 3 });
});

describe('before it delivers, Meta asks', () => {
  const hook = (request: Request): Response => {
    const asked = new URL(request.url).searchParams;
    const good = asked.get('hub.mode') === 'subscribe' && asked.get('hub.verify_token') === 'cocok';
    return good ? new Response(asked.get('hub.challenge')) : new Response(null, { status: 403 });
  };

  test('and believes who echoes the challenge for the right token', async () => {
    const { emulator } = openOffice({ get: getFromHandler(hook) });
    await emulator.subscribe('http://bot.test/webhooks/whatsapp');
    await expect(emulator.subscribe('http://bot.test/', { verifyToken: 'salah' })).rejects.toThrow('403');
  });

  test('and does not believe who answers everything', async () => {
    const { emulator } = openOffice({ get: async () => ({ status: 200, body: 'ok' }) });
    await expect(emulator.subscribe('http://bot.test/')).rejects.toThrow('could not be validated');
  });
});

test('each number of the office has its own people and its own secret', async () => {
  const other = { ...number, phoneNumberId: '1002', displayNumber: '62 298 700 1002', appSecret: 'lain' };
  const { emulator, delivered } = openOffice({ numbers: [number, other] });
  await emulator.subscribe('http://bot.test/', { unasked: true, phoneNumberId: '1002' });
  emulator.phone(tini, '1002').type('halo');
  await emulator.idle('1002');
  expect(delivered[0]).toMatchObject({
    entry: [{ id: 'waba-1002', changes: [{ value: { metadata: { phone_number_id: '1002' } } }] }],
  });
});

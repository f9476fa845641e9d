import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { strangerSays } from './faults/whatsapp-forgeries.ts';
import { openWhatsAppHouse, type WhatsAppHouse } from './faults/whatsapp-house.ts';
import { officeNumber, signed } from './faults/whatsapp-webhook.ts';

let house: WhatsAppHouse;
beforeAll(async () => {
  house = await openWhatsAppHouse();
});
afterAll(() => house.close());

const traces = async () => {
  const [row] = await house.sql<{ n: number }[]>`
    select (select count(*) from inbox)::int + (select count(*) from contact)::int
      + (select count(*) from letter)::int + (select count(*) from dead_update)::int as n`;
  return row?.n;
};

describe('the question that Meta asks before it delivers', () => {
  const ask = async (query: { [name: string]: string }) => {
    const answer = await fetch(`${house.url}?${new URLSearchParams(query)}`);
    return [answer.status, await answer.text(), answer.headers.get('content-type')] as const;
  };
  const right = {
    'hub.mode': 'subscribe',
    'hub.challenge': '1158201444',
    'hub.verify_token': officeNumber.verifyToken,
  };

  test('is answered with its own number for our token, as plain text', async () => {
    const [status, text, type] = await ask(right);
    expect([status, text]).toEqual([200, '1158201444']);
    expect(type).toMatch(/^text\/plain/);
  });

  test('is answered as plain text also where a page is put into it', async () => {
    const page = '<script>alert(1)</script>';
    const [status, text, type] = await ask({ ...right, 'hub.challenge': page });
    expect([status, text]).toEqual([200, page]);
    expect(type).toMatch(/^text\/plain/);
  });

  test.each<[string, { [name: string]: string }]>([
    ['a wrong token', { ...right, 'hub.verify_token': officeNumber.verifyToken.slice(0, -1) }],
    ['an empty token', { ...right, 'hub.verify_token': '' }],
    ['a token in capitals', { ...right, 'hub.verify_token': officeNumber.verifyToken.toUpperCase() }],
    ['no token', { 'hub.mode': 'subscribe', 'hub.challenge': '1' }],
    ['another mode', { ...right, 'hub.mode': 'unsubscribe' }],
    ['no mode', { 'hub.challenge': '1', 'hub.verify_token': officeNumber.verifyToken }],
    ['the secret of the app as token', { ...right, 'hub.verify_token': officeNumber.appSecret }],
    ['nothing', {}],
  ])('is refused with %s, and its number is not echoed', async (_, query) => {
    const [status, text] = await ask(query);
    expect(status).toBe(401);
    expect(text).not.toContain('1158201444');
  });
});

describe('what Meta signed but is no webhook of WhatsApp', () => {
  test.each([
    '',
    '{',
    'null',
    '[]',
    '7',
    '{}',
    '{"object":"page","entry":[]}',
    '{"object":7}',
    '{"object":"whatsapp_business_account"}',
    '{"object":"whatsapp_business_account"',
  ])('%j is answered 400', async (body) => {
    const before = await traces();
    expect((await house.bring(signed(body))).status).toBe(400);
    expect(await traces()).toBe(before);
  });

  test('more than three megabytes are answered 413, whether their length is said or not, signed or not', async () => {
    const big = strangerSays('a'.repeat(3 * 1024 * 1024));
    const before = await traces();
    expect((await house.bring(signed(big))).status).toBe(413);
    expect((await house.bring(signed(big), true)).status).toBe(413);
    expect((await house.bring({ body: big, headers: {} })).status).toBe(413);
    expect(await traces()).toBe(before);
  });

  test('just under three megabytes are taken', async () => {
    const nearly = strangerSays('a').replace(
      '"entry"',
      `"more":"${'a'.repeat(3 * 1024 * 1024 - 1000)}","entry"`,
    );
    expect((await house.bring(signed(nearly))).status).toBe(200);
  });
});

describe('what is a webhook but nothing for us', () => {
  const of = (changes: unknown) =>
    JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '20001', changes }] });
  const metadata = { display_phone_number: '622987001001', phone_number_id: officeNumber.phoneNumberId };
  const valued = (value: object, field = 'messages') => of([{ field, value: { metadata, ...value } }]);
  test.each<[string, string]>([
    ['with entries of odd shape', '{"object":"whatsapp_business_account","entry":[7,null,{"changes":"x"}]}'],
    ['without changes', of([])],
    ['a field of the future', valued({ hologram: [] }, 'holograms')],
    ['the state of a template', valued({ event: 'APPROVED' }, 'message_template_status_update')],
    ['a message of odd shape', valued({ messages: [7, null, { type: 7 }, { from: '62812', type: 'text' }] })],
    ['statuses of odd shape', valued({ statuses: [7, null, {}, { id: 7, status: [] }] })],
    [
      'a status of a message that nobody sent',
      valued({ statuses: [{ id: 'wamid.tidak', status: 'delivered', timestamp: '1790000000' }] }),
    ],
    ['errors only', valued({ errors: [{ code: 130429, title: 'Rate limit hit' }] })],
  ])('%s is answered 200 and has no effect', async (_, body) => {
    const before = await traces();
    expect((await house.bring(signed(body))).status).toBe(200);
    expect(await traces()).toBe(before);
  });
});

describe('a person on WhatsApp', () => {
  test('is answered by a letter behind the commit, with nothing in the webhook’s own answer, and sees that we write', async () => {
    const answer = await house.bring(signed(strangerSays('/lapor')));
    expect([answer.status, answer.body]).toEqual([200, '']);
    const sri = house.emulator.phone({ name: 'Sri', waId: '6281200000501', userId: 'ID.501' });
    sri.type('/lapor');
    const shown = await sri.next();
    expect(shown.text).toContain('ceritakan masalahnya');
    await house.settled();
    const calls = house.emulator.calls().map(({ call, ok }) => [call, ok]);
    expect(calls).toContainEqual(['read-mark', true]);
  });

  test('who is unknown and writes with news of our messages in the same delivery is heard, and the news is kept', async () => {
    house.emulator.statuses(false);
    const budi = house.emulator.phone({ name: 'Budi', waId: '6281200000502' });
    budi.type('halo');
    await budi.next();
    await house.settled();
    const words = JSON.parse(strangerSays('/lapor'));
    const [{ value }] = words.entry[0].changes;
    value.statuses = ['read', 'delivered', 'sent'].map((status) => ({
      id: budi.last()?.id,
      status,
      timestamp: '1790000000',
      recipient_id: '6281200000502',
    }));
    const before = await house.sql`select 1 from contact`;
    const read = await house.sql`select 1 from letter where rank = 3`;
    expect((await house.bring(signed(JSON.stringify(words)))).status).toBe(200);
    await house.settled();
    expect(await house.sql`select 1 from letter where rank = 3`).toHaveLength(read.length + 1);
    expect(await house.sql`select 1 from contact`).toHaveLength(before.length + 1);
  });
});

import { expect, test } from 'vitest';
import { budi, openOffice, sri, tini, words } from './testing/office.ts';

const stages = (statuses: { status: string }[]) => statuses.map(({ status }) => status);

test('a message is sent, delivered and read, and every piece of news names it as we did', async () => {
  const { emulator, pass, values, statuses } = openOffice();
  const phone = emulator.phone(budi);
  phone.type('halo');
  await emulator.call({ ...words('satu', budi.waId), biz_opaque_callback_data: 'surat-1' });
  await pass(1);
  expect(stages(statuses())).toEqual(['sent', 'delivered', 'read']);
  const id = phone.last()?.id;
  for (const { contacts, statuses: [news] = [] } of values().slice(1)) {
    expect(news).toEqual({
      id,
      status: expect.stringMatching(/./),
      timestamp: expect.stringMatching(/^\d{10}$/),
      recipient_id: budi.waId,
      recipient_user_id: budi.userId,
      biz_opaque_callback_data: 'surat-1',
      pricing: {
        billable: false,
        pricing_model: 'PMP',
        type: 'free_customer_service',
        category: 'service',
      },
    });
    expect(contacts).toEqual([{ profile: { name: 'Budi' }, wa_id: budi.waId, user_id: budi.userId }]);
  }
  expect(phone.last()?.status).toBe('read');
});

test('news of somebody without a number names the user id alone', async () => {
  const { emulator, pass, values } = openOffice();
  emulator.phone(tini).type('halo');
  await emulator.call({ messaging_product: 'whatsapp', recipient: tini.userId, text: { body: 'a' } });
  await pass(1);
  const { contacts, statuses } = values().at(-1) ?? {};
  expect(contacts).toEqual([{ profile: { name: 'Tini', username: 'tini.uji' }, user_id: tini.userId }]);
  expect(statuses?.[0]).toMatchObject({ recipient_user_id: tini.userId });
  expect(statuses?.[0]).not.toHaveProperty('recipient_id');
});

test('news may come backwards, and the phone still stands at the last stage', async () => {
  const { emulator, pass, statuses } = openOffice({ statuses: { order: 'reversed' } });
  const phone = emulator.phone(sri);
  phone.type('halo');
  await emulator.call(words('satu'));
  await pass(1);
  expect(stages(statuses())).toEqual(['read', 'delivered', 'sent']);
  expect(phone.last()?.status).toBe('read');
});

test('news may come in any order, the same for the same seed', async () => {
  const run = async (seed: number) => {
    const { emulator, pass, statuses } = openOffice({ seed, statuses: { order: 'shuffled' } });
    emulator.phone(sri).type('halo');
    for (let turn = 0; turn < 5; turn++) await emulator.call(words('satu'));
    await pass(1);
    return stages(statuses()).join();
  };
  expect(await run(7)).toBe(await run(7));
  expect(new Set(await Promise.all([1, 2, 3].map(run))).size).toBeGreaterThan(1);
});

test('the first news may come before the call is answered', async () => {
  const order: string[] = [];
  const { emulator } = openOffice({ statuses: { early: true } }, async (_, body) => {
    order.push(body.includes('"statuses"') ? 'news' : 'word');
    return { status: 200, body: '' };
  });
  emulator.phone(sri).type('halo');
  await emulator.call(words('satu'));
  order.push('answer');
  expect(order).toEqual(['word', 'news', 'answer']);
});

test('an accepted message may fail later, and then nobody sees it', async () => {
  const { emulator, pass, statuses } = openOffice();
  const phone = emulator.phone(sri);
  phone.type('halo');
  emulator.faults.add({ kind: 'fails-later', code: 131049, times: 1 });
  expect((await emulator.call(words('satu'))).status).toBe(200);
  await emulator.call(words('dua'));
  await pass(1);
  expect(statuses()[0]).toMatchObject({ status: 'failed', errors: [{ code: 131049 }] });
  expect(phone.messages().map(({ text }) => text)).toEqual(['halo', 'dua']);
});

test('a failure names the person only as the call did', async () => {
  const { emulator, pass, statuses } = openOffice();
  emulator.phone(budi).type('halo');
  emulator.faults.add({ kind: 'fails-later' });
  await emulator.call(words('satu', budi.waId));
  await emulator.call({ messaging_product: 'whatsapp', recipient: budi.userId, text: { body: 'dua' } });
  await pass(1);
  const named = statuses().map(({ recipient_id, recipient_user_id }) => [recipient_id, recipient_user_id]);
  expect(named).toEqual([
    [budi.waId, undefined],
    [undefined, budi.userId],
  ]);
});

test('people may read when they please', async () => {
  const { emulator, pass, statuses } = openOffice({ statuses: { read: false } });
  const phone = emulator.phone(sri);
  phone.type('halo');
  await emulator.call(words('satu'));
  await pass(1);
  expect(stages(statuses())).toEqual(['sent', 'delivered']);
  phone.read();
  phone.read();
  await pass(1);
  expect(stages(statuses())).toEqual(['sent', 'delivered', 'read']);
});

test('without news only failures are told', async () => {
  const { emulator, pass, statuses } = openOffice({ statuses: false });
  emulator.phone(sri).type('halo');
  await emulator.call(words('satu'));
  await emulator.call(words('dua', '6281200000999'));
  await pass(1);
  expect(stages(statuses())).toEqual(['failed']);
});

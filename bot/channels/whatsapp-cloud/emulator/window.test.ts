import { expect, test } from 'vitest';
import { openOffice, sri, words } from './testing/office.ts';

const hour = 3600;

test('a person may be written to freely for 24 hours after their last word, then the message fails later', async () => {
  const { emulator, pass, statuses } = openOffice();
  const phone = emulator.phone(sri);
  phone.type('halo');
  await pass(24 * hour - 1);
  expect((await emulator.call(words('masih'))).status).toBe(200);
  await pass(2);
  const late = await emulator.call({ ...words('terlambat'), biz_opaque_callback_data: 'surat-7' });
  expect(late.status).toBe(200);
  const { id } = (late.body as { messages: { id: string }[] }).messages[0] ?? {};
  await pass(1);
  expect(statuses().filter((one) => one.id === id)).toEqual([
    {
      id,
      status: 'failed',
      timestamp: expect.stringMatching(/^\d+$/),
      recipient_id: sri.waId,
      biz_opaque_callback_data: 'surat-7',
      errors: [
        {
          code: 131047,
          title: 'Re-engagement message',
          message: 'Re-engagement message',
          error_data: { details: expect.stringContaining('24 hours') },
          href: expect.stringMatching(/^https:/),
        },
      ],
    },
  ]);
  expect(phone.messages().map(({ text }) => text)).toEqual(['halo', 'masih']);
  phone.type('saya kembali');
  await emulator.call(words('selamat datang'));
  expect(phone.last()?.text).toBe('selamat datang');
  expect(emulator.stats.failed).toBe(1);
});

test('the refusal may come at the call instead', async () => {
  const { emulator, pass, statuses } = openOffice({ windowAt: 'call' });
  emulator.phone(sri);
  const { status, body } = await emulator.call(words('halo'));
  expect([status, body]).toMatchObject([400, { error: { code: 131047 } }]);
  await pass(1);
  expect(statuses()).toEqual([]);
});

test('a picture does not open the window of another, and a reaction opens it like a word', async () => {
  const { emulator, pass, statuses } = openOffice();
  const phone = emulator.phone(sri);
  emulator.phone({ name: 'Lain', waId: '6281200000599' }).sendPhoto();
  await emulator.call(words('halo'));
  await pass(1);
  expect(statuses().map(({ status }) => status)).toEqual(['failed']);
  phone.react('wamid.lama', '👍');
  await emulator.call(words('halo'));
  expect(phone.last()?.text).toBe('halo');
});

test('who is not on WhatsApp, or no longer, fails with 131026, and who has blocked us hears nothing', async () => {
  const { emulator, pass, statuses } = openOffice();
  const phone = emulator.phone(sri);
  phone.type('halo');
  await emulator.call(words('a', '6281200000999'));
  phone.leave();
  await emulator.call(words('b'));
  await pass(1);
  const codes = () =>
    statuses().map(({ status, errors }) => [status, (errors as { code: number }[])?.[0]?.code]);
  expect(codes()).toEqual([
    ['failed', 131026],
    ['failed', 131026],
  ]);
  const other = emulator.phone({ name: 'Budi', waId: '6281200000502' });
  other.type('halo');
  other.block();
  await emulator.call(words('c', '6281200000502'));
  await pass(2);
  expect(codes().slice(2)).toEqual([['sent', undefined]]);
  expect(other.last()).toBeUndefined();
});

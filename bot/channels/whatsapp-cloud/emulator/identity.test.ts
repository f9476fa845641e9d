import { describe, expect, test } from 'vitest';
import { budi, openOffice, tini, words } from './testing/office.ts';

describe('a person becomes another', () => {
  test('with a new number, which brings a new user id', async () => {
    const { emulator, values, pass, statuses } = openOffice();
    const phone = emulator.phone(budi);
    phone.type('halo');
    phone.changeNumber('6281200000777');
    expect(values()[1]).toMatchObject({
      messages: [
        {
          from: budi.waId,
          type: 'system',
          system: {
            type: 'user_changed_number',
            wa_id: '6281200000777',
            body: 'User Budi changed from 6281200000502 to 6281200000777',
            user_id: phone.person.userId,
            previous_user_id: budi.userId,
          },
        },
      ],
    });
    expect(values()[1]).not.toHaveProperty('contacts');
    expect(phone.person.userId).not.toBe(budi.userId);
    await emulator.call(words('baru', '6281200000777'));
    expect(phone.last()?.text).toBe('baru');
    await emulator.call(words('lama', budi.waId));
    await pass(1);
    expect(statuses().filter(({ status }) => status === 'failed')).toHaveLength(1);
  });

  test('with a new user id, where there is no number', () => {
    const { emulator, messages } = openOffice();
    const phone = emulator.phone(tini);
    phone.rotateId('ID.777');
    expect(messages()[0]).toMatchObject({
      type: 'system',
      system: { type: 'user_changed_user_id', user_id: 'ID.777', previous_user_id: tini.userId },
    });
    expect(messages()[0]).not.toHaveProperty('from');
    phone.type('halo');
    expect(messages()[1]).toMatchObject({ from_user_id: 'ID.777' });
  });

  test('by telling the number at last, and is the same chat under both', () => {
    const { emulator, messages } = openOffice();
    const phone = emulator.phone(tini);
    phone.reveal({ waId: '6281200000503' });
    phone.type('halo');
    expect(messages()[0]).toMatchObject({ from: '6281200000503', from_user_id: tini.userId });
    expect(emulator.phone({ name: 'Tini', waId: '6281200000503' }).messages()).toHaveLength(1);
  });
});

import { expect, test } from 'vitest';
import { openOffice, sri, words } from './testing/office.ts';

const open = (pairLimit: true | { burst: number }) => {
  const office = openOffice({ pairLimit, statuses: false });
  office.emulator.phone(sri).type('halo');
  const send = async (count = 1, to?: string) => {
    const got: number[] = [];
    for (let turn = 0; turn < count; turn++) {
      const { status, body } = await office.emulator.call(words('a', to));
      got.push(status === 200 ? 200 : (body as { error: { code: number } }).error.code);
    }
    return got;
  };
  return { ...office, send };
};

test('one message in six seconds to one person, whoever else is written to', async () => {
  const { send, clock, emulator } = open({ burst: 1 });
  emulator.phone({ name: 'Budi', waId: '6281200000502' }).type('halo');
  expect(await send(2)).toEqual([200, 131056]);
  expect(await send(1, '6281200000502')).toEqual([200]);
  clock.advance(5_999);
  expect(await send()).toEqual([131056]);
  clock.advance(1);
  expect(await send()).toEqual([200]);
});

test('a burst is borrowed: after it the person is left in peace as long as its messages would have taken', async () => {
  const { send, clock } = open(true);
  expect(await send(20)).toEqual(Array(20).fill(200));
  clock.advance(6_001);
  expect(await send()).toEqual([131056]);
  clock.advance(20 * 6_000 - 6_002);
  expect(await send()).toEqual([131056]);
  clock.advance(1);
  expect(await send()).toEqual([200]);
});

test('no more than 45 in one burst', async () => {
  const { send } = open(true);
  expect((await send(46)).indexOf(131056)).toBe(45);
});

test('eighty messages a second over all, the rest is told to wait', async () => {
  const { emulator, clock } = openOffice({ pairLimit: true, statuses: false });
  const people = Array.from({ length: 100 }, (_, at) => `62812000010${String(at).padStart(2, '0')}`);
  for (const waId of people) emulator.phone({ name: 'P', waId }).type('halo');
  const answers = await Promise.all(people.map((to) => emulator.call(words('a', to))));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(80);
  expect(answers.at(-1)).toMatchObject({ status: 400, body: { error: { code: 130429 } } });
  clock.advance(1000);
  expect((await emulator.call(words('a', people[99]))).status).toBe(200);
});

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { linkStaff, openOffice } from '../../../../api/testing/staff.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import { goOn } from '../../../domain/modules/learn-press.ts';
import type { Module } from '../../../domain/modules/module.ts';
import { certificatesOf, learntOf, plantModule, shortModule } from './testing/plant-module.ts';

let house: TestHall;
let module: Module;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
});
afterAll(() => house.close());
beforeEach(async () => {
  module = await plantModule(house);
});

const colleague = (name: string) => linkStaff(house, { name, roles: [] });

let presses = 0;
/** Presses a button of the module as it was under a step, whatever has come since; each press is a message of its own. */
const press = (
  { address }: Awaited<ReturnType<typeof colleague>>,
  step: number,
  at: number[] = [],
  attempt = 1,
) => {
  const of = module.steps[step];
  if (!of) throw new Error(`the module has no step ${step}`);
  presses += 1;
  const id = `learn-${presses}`;
  const content = { kind: 'choice', id: `go:learn:${goOn(module.code, of, attempt, at)}` } as const;
  return house.hall.handle({ id, from: address, at: new Date(), content }, house.hall.keyOf(address, id));
};

test('a button that is pressed five times at once, or again later, is one step', async () => {
  const Rini = await colleague('Rini');
  await Promise.all(Array.from({ length: 5 }, () => press(Rini, 0)));
  expect(await learntOf(house, 'Rini')).toMatchObject({ done: ['kursi-dulu'] });
  await press(Rini, 1);
  await press(Rini, 0);
  expect(await learntOf(house, 'Rini')).toMatchObject({ done: ['kursi-dulu', 'nomor-kemudian'] });
});

test('the first answer to a question counts, and the end comes once, whoever presses how often', async () => {
  const Dodi = await colleague('Dodi');
  await press(Dodi, 0);
  await press(Dodi, 1);
  await press(Dodi, 2, [0, 1]);
  await press(Dodi, 3, [0]);
  await press(Dodi, 3, [1]);
  expect(await learntOf(house, 'Dodi')).toMatchObject({ answers: { 'apa-yang-didahulukan': 0 } });
  await Promise.all(Array.from({ length: 5 }, () => press(Dodi, 4, [1])));
  await press(Dodi, 4, [0]);
  expect(await learntOf(house, 'Dodi')).toMatchObject({ percent: 100, attempt: 1 });
  expect(await certificatesOf(house, 'Dodi')).toHaveLength(1);
});

test('a button of an earlier attempt answers nothing, and nobody skips a step', async () => {
  const Tono = await colleague('Tono');
  await press(Tono, 1);
  await press(Tono, 3, [0]);
  expect(await learntOf(house, 'Tono')).toBeUndefined();
  const Nia = await colleague('Nia');
  await playTranscript(
    `
    > /belajar
    > [Mulai]
    > [Lanjut]
    > [Lanjut]
    > Menunggu
    > [Lanjut]
    > Nomor
    > [Lanjut]
    > Sekali
    > [Ulangi soal]
    Soal 1 dari 2
    …
  `,
    Nia,
  );
  await press(Nia, 3, [0], 1);
  expect(await learntOf(house, 'Nia')).toMatchObject({ answers: {}, attempt: 2 });
});

test('a module that was changed meanwhile goes on as it is now, and one that was withdrawn says so', async () => {
  const Sari = await colleague('Sari');
  await playTranscript('> /belajar\n> [Mulai]\nKartu 1 dari 2\n…', Sari);
  await plantModule(house, shortModule.replace('perlu duduk', 'perlu duduk dengan tenang'));
  await playTranscript(
    `
    > [Lanjut]
    Langkah itu sudah lewat, atau modulnya baru diperbarui. Kita lanjut dari sini.
    Kartu 1 dari 2
    Kursi dulu
    Orang yang menunggu perlu duduk dengan tenang.
    > [Lanjut]
    Kartu 2 dari 2
    …
  `,
    Sari,
  );
  await house.hall.database.sql`update learning_module set withdrawn_at = now()`;
  await playTranscript(
    `
    > [Lanjut]
    Modul ini tidak diajarkan lagi. Sertifikat yang sudah terbit tetap berlaku. Silakan pilih modul lain.
    [Belajar]
    > [Belajar]
    Saat ini belum ada modul yang bisa dipelajari di sini.
    …
  `,
    Sari,
  );
  expect(await learntOf(house, 'Sari')).toMatchObject({ done: ['kursi-dulu'] });
});

test('a draft waits while somebody learns, and who is no ASN is told kindly', async () => {
  const Wati = await colleague('Wati');
  await playTranscript(
    '> /belajar\n> [Mulai]\n> /lapor\n…\n> lampu jalan mati di depan SMP 2 sejak kemarin',
    Wati,
  );
  await press(Wati, 0);
  expect(await learntOf(house, 'Wati')).toMatchObject({ done: ['kursi-dulu'] });
  const citizen = house.actor({ firstName: 'Sri' });
  await playTranscript('> halo', citizen);
  await playTranscript('> /belajar\nBelajar di chat ini disiapkan untuk ASN. …', citizen);
  const rows = () => house.hall.database.sql`select count(*)::int as n from module_progress`;
  const before = await rows();
  await press(citizen, 1);
  expect(await rows()).toEqual(before);
});

test('[Tidak usah] writes nothing, and what comes back comes once', async () => {
  await plantModule(house, shortModule.replace('lulus: 100', 'lulus: 50'));
  const Budi = await colleague('Budi');
  const rows = () => house.hall.database.sql`
    select question from module_repetition r join employee e on e.id = r.employee_id where e.name = 'Budi'`;
  await playTranscript(
    `
    > /belajar
    > [Mulai]
    > [Lanjut]
    > [Lanjut]
    > Menunggu
    > [Lanjut]
    > Kursi
    > [Lanjut]
    > Sekali
    Belum tepat. …
    Selamat, Bapak/Ibu lulus! …
    …
    Ada 1 soal yang belum tepat. Boleh kami tanyakan lagi sesudah 1, 7, 16, dan 35 hari?
    [Ya, tanyakan lagi] [Tidak usah]
    > [Tidak usah]
    Baik, tidak kami tanyakan lagi. Modulnya tetap bisa dibaca kapan saja.
    …
  `,
    Budi,
  );
  expect(await rows()).toHaveLength(0);
  const again = { kind: 'choice', id: 'go:learn-repeat:antre' } as const;
  for (const id of ['repeat-1', 'repeat-2'])
    await house.hall.handle(
      { id, from: Budi.address, at: new Date(), content: again },
      house.hall.keyOf(Budi.address, id),
    );
  expect(await rows()).toHaveLength(1);
});

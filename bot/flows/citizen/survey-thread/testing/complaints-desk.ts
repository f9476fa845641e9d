import { jobsOf } from '../../../../../api/jobs.ts';
import { openTestHall, type TestHall } from '../../../../../api/testing/hall.ts';
import { pressDoor } from '../../../../../api/testing/office-steps.ts';
import { linkStaff } from '../../../../../api/testing/staff.ts';
import { at, openServices } from './rated-low.ts';

export type Person = ReturnType<TestHall['actor']>;

/** What the bot has said to somebody since they last looked. */
export const texts = async (actor: Person): Promise<string[]> => (await actor.seen()).map(({ text }) => text);

/** Presses below a message of its own, so that the same answer twice is seen twice. */
export const press = async (actor: Person, door: string): Promise<string[]> => {
  await actor.seen();
  await actor.type('menu');
  return pressDoor(actor, door);
};

/** How an officer of the Disdukcapil asks. */
export const asks = (words = 'Apa yang membuat Bapak/Ibu menunggu lama?') => `
  > [Tanyakan]
  Warga … menilai KTP-el baru rendah dan bersedia ditanya. Apa yang ingin ditanyakan? Tulis satu pertanyaan, tanpa meminta nama atau nomor.
  [Batal]
  > ${words}
  Warga akan membaca:
  Petugas pengaduan Dinas Kependudukan dan Pencatatan Sipil bertanya tentang penilaian KTP-el baru:
  ${words}
  [Kirim ke warga] [Ubah] [Batal]
  > [Kirim ke warga]
  Terkirim. Jawaban warga datang ke chat ini ({number}).
`;

/**
 * A city on a Monday at ten, with two complaints officers of the Disdukcapil; who works or leads there and in other
 * offices, and never hears of it; and the city's coordinator.
 */
export const openDesk = async () => {
  const house = await openTestHall();
  await at(house, 23, 10);
  await openServices(house);
  const staff = (name: string, roles: string[], unit = 'disdukcapil') =>
    linkStaff(house, { name, roles, unit });
  const budi = await staff('Budi Santoso', ['officer']);
  const wati = await staff('Wati Lestari', ['officer']);
  const ratna = await staff('Ratna Dewi', ['coordinator'], 'diskominfo');
  const barred = [
    await staff('Hendra Gunawan', ['supervisor']),
    await staff('Joko Susilo', ['officer', 'supervisor']),
    await staff('Dewi Anggraini', ['coordinator', 'leader']),
    await staff('Siti Aminah', []),
    await staff('Agus Prasetyo', ['officer'], 'dinas_perhubungan'),
  ];
  const { sql } = house.hall.database;
  return {
    house,
    sql,
    budi,
    wati,
    ratna,
    barred,
    /** Another Monday at ten, on which the officers have read everything. */
    anew: async () => {
      await at(house, 23, 10);
      await texts(budi);
      await texts(wati);
    },
    tick: async () => {
      await jobsOf(house.hall, async () => 0)
        .find(({ name }) => name === 'answer-people')
        ?.run();
      await house.hall.deliver();
    },
    stateOf: async (number: string): Promise<string | undefined> =>
      (await sql`select state from skm_thread where number = ${number}`)[0]?.state,
    linesOf: async (number: string): Promise<number> =>
      (
        await sql`select l.id from skm_line l join skm_thread t on t.id = l.thread_id where t.number = ${number}`
      ).length,
  };
};

export type Desk = Awaited<ReturnType<typeof openDesk>>;

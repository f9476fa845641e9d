import { awardSteps } from '../../../../../api/testing/award-steps.ts';
import { openTestHall, type TestHall } from '../../../../../api/testing/hall.ts';
import { linkStaff, openOffice } from '../../../../../api/testing/staff.ts';
import { playTranscript } from '../../../../conversation/transcript.ts';

type Person = ReturnType<TestHall['actor']>;

/** What somebody writes who objects. */
export const reason = 'Lampiran inovasi calon kedua belum ikut dinilai panitia';

/** A house in which people object to the award and the committee answers. */
export const openObjections = async () => {
  const house = await openTestHall();
  const { sql } = house.hall.database;
  const steps = awardSteps(house);
  const { deliver } = steps;

  const read = async (person: Person) => (await person.seen()).map(({ text }) => text).join('\n');

  const asn = (name = 'Rina Astuti') => linkStaff(house, { name, roles: [] });

  const object = async (person: Person): Promise<string> => {
    const { names } = await playTranscript(
      `
      > /sanggah
      …
      > ${reason}
      …
      > Kirim
      Terima kasih, sanggahan sudah kami terima.
      Nomor: {number}
      …
    `,
      person,
    );
    await deliver();
    return names.get('number') ?? '';
  };

  const answers = async (person: Person, how: 'Sanggahan benar' | 'Tetap semula', review: string) => {
    await person.seen();
    await playTranscript(
      `
      > [Buka sanggahan]
      …
      > [${how}]
      …
      > Sudah kami periksa bersama dengan semua lampirannya
      …
      ${review}
      [Kirim] [Ubah] [Batal]
      > Kirim
      Terima kasih, jawaban atas sanggahan…
    `,
      person,
    );
    await deliver();
  };

  /** As if no award had ever been and nobody were linked, on a morning from which a whole cycle fits into the year. */
  const clear = async () => {
    await openOffice(house.hall, '2026-08-03');
    await sql`delete from award_cycle`;
    await sql`delete from letter`;
    await sql`update staff_link set ended_at = now(), ended_why = 'left' where ended_at is null`;
    await sql`update employee set roles = '{}'`;
  };

  return {
    house,
    sql,
    ...steps,
    read,
    asn,
    object,
    answers,
    clear,
    publish: async (counted: Parameters<typeof steps.publish>[0]) => {
      const { is } = await steps.publish(counted);
      await deliver();
      return is;
    },
    committee: async () => ({
      Hadi: await linkStaff(house, { name: 'Hadi Prabowo', roles: ['committee'], unit: 'dinas_kesehatan' }),
      Sari: await linkStaff(house, { name: 'Sari Dewi', roles: ['committee'], unit: 'inspektorat' }),
    }),
    isTold: async () =>
      (await sql<{ told: boolean }[]>`select announced_at is not null as told from award_cycle`)[0]?.told,
  };
};

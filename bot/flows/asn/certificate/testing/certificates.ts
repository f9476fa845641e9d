import { openTestHall, type TestHall } from '../../../../../api/testing/hall.ts';
import { linkStaff, openOffice } from '../../../../../api/testing/staff.ts';
import { playTranscript } from '../../../../conversation/transcript.ts';

type Person = ReturnType<TestHall['actor']>;

/** A house on a working day in which people send certificates and others judge them. */
export const openCertificates = async () => {
  const house = await openTestHall();
  const { sql } = house.hall.database;
  await openOffice(house.hall, '2026-11-18');

  const deliver = async () => {
    await house.clean();
    await sql`update letter set not_before = now() where state = 'waiting'`;
    await house.hall.deliver();
  };

  /** Everything that somebody has not looked at yet, as one text. */
  const read = async (person: Person) => (await person.seen()).map(({ text }) => text).join('\n');

  /** Somebody sends the certificate of a seminar, and those who judge it hear of it. */
  const sends = async (person: Person, title = 'Seminar Keselamatan Jalan'): Promise<number> => {
    await playTranscript(
      `
      > /sertifikat
      > (photo)
      > ${title}
      > Kementerian Perhubungan
      > 6
      > 3 Nov
      > lewati
      …
      JP: 6 · Tanggal: 3 Nov 2026
      Nomor: tanpa nomor
      …
      > Kirim
      Terima kasih, sertifikat ${title} sudah kami terima…
    `,
      person,
    );
    await deliver();
    const [row] = await sql<{ id: number }[]>`select id::int as id from certificate order by id desc limit 1`;
    return row?.id ?? 0;
  };

  const statusOf = async (id: number) =>
    (
      await sql<
        { status: string; reason: string | null }[]
      >`select status, reason from certificate where id = ${id}`
    )[0];

  const office = async () => ({
    Rina: await linkStaff(house, { name: 'Rina Astuti', roles: [] }),
    Hadi: await linkStaff(house, { name: 'Hadi Prabowo', roles: ['supervisor'] }),
  });

  /** Presses a button as if somebody had guessed its name, and gives everything that is said to it, at once or by letters. */
  const guess = async (name: string, id: string): Promise<string> => {
    const [row] = await sql<{ contact: number; last: number }[]>`
      select l.contact_id::int as contact, (select coalesce(max(id), 0)::int from letter) as last
      from staff_link l join employee e on e.id = l.employee_id where e.name = ${name} and l.ended_at is null`;
    const { contact = 0, last = 0 } = row ?? {};
    const session = await house.hall.sessions.of(contact);
    if (!session) throw new Error(`${name} has no chat`);
    const { address } = session.contact;
    const nth = `${id}-${Math.trunc(performance.now() * 1000)}`;
    const at = house.hall.clock.now();
    const inbound = { id: nth, from: address, at, content: { kind: 'choice', id } } as const;
    const { say } = await house.hall.handle(inbound, house.hall.keyOf(address, nth));
    const letters = await sql<{ body: Uint8Array }[]>`
      select body from letter where contact_id = ${contact} and id > ${last} order by id`;
    const opened = letters.map(({ body }) => house.hall.seal.open('letter', `letter|${contact}`, body));
    return [...say.map((one) => JSON.stringify(one)), ...opened].join('\n');
  };

  /** As if nobody had been linked or had sent anything. */
  const clear = async () => {
    await sql`delete from certificate`;
    await sql`update staff_link set ended_at = now(), ended_why = 'left' where ended_at is null`;
  };

  return { house, sql, deliver, read, sends, statusOf, office, guess, clear };
};

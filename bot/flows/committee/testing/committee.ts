import { type PlantedAward, plantAward, untilPhase } from '../../../../api/testing/award.ts';
import { hireSomebody } from '../../../../api/testing/employee.ts';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { linkStaff, openOffice } from '../../../../api/testing/staff.ts';
import type { AwardCategory } from '../../../domain/award/award-category.ts';
import type { PhaseName } from '../../../domain/award/phase.ts';

type Person = ReturnType<TestHall['actor']>;

/** A nominee as planted; `eligible: false`: the last predicate is too low. */
export type Wanted = {
  name: string;
  unit?: string;
  category?: AwardCategory;
  forwarded?: boolean;
  eligible?: boolean;
  consent?: 'agreed' | 'declined' | null;
  stories?: readonly string[];
  verdict?: 'accepted' | 'refused' | 'asked';
  linked?: boolean;
};

/** A house with a cycle under way, in which a committee looks at invented candidates. */
export const openCommittee = async () => {
  const house = await openTestHall();
  const { sql } = house.hall.database;
  await openOffice(house.hall, '2027-01-11');
  const award: PlantedAward = await plantAward(house.hall);
  const { year } = award.cycle;

  const idOf = async (name: string): Promise<number> => {
    const [row] = await sql<{ id: number }[]>`select id::int as id from employee where name = ${name}`;
    if (!row) throw new Error(`nobody is called ${name}`);
    return row.id;
  };

  /** The personnel office has said everything of somebody, with nothing that keeps them out unless `eligible` is false. */
  const record = async (employee: number, eligible: boolean) => {
    for (const [of, predicate] of [
      [year - 1, eligible ? 'sangat_baik' : 'kurang'],
      [year - 2, 'baik'],
    ] as const)
      await sql`insert into personnel_record (employee_id, year, predicate, attendance, discipline_clear, service_from)
        values (${employee}, ${of}, ${predicate}, '98.50', true, '2010-03-01')`;
    await sql`insert into certificate (employee_id, title, form, provider, jp, date, source, status, sent_at)
      values (${employee}, 'Pelayanan Prima', 'bimtek', 'BKPSDM', 2000, ${`${year}-01-05`}, 'file', 'sah', now()),
        (${employee}, 'Mentoring CPNS', 'mentoring', 'BKPSDM', 400, ${`${year}-01-06`}, 'file', 'sah', now()),
        (${employee}, 'Belum Sah', 'mentoring', 'BKPSDM', 800, ${`${year}-01-06`}, 'file', 'menunggu', now())`;
  };

  const nominate = async (id: number, category: AwardCategory, stories: readonly string[], unit: string) => {
    for (const [i, story] of stories.entries()) {
      await hireSomebody(sql, { name: `Pengusul ${id} ${i}`, unit });
      const by = await idOf(`Pengusul ${id} ${i}`);
      const sealed = house.hall.seal.seal('award', `nomination|${id}|${by}`, story);
      await sql`insert into award_nomination (nominee_id, cycle_id, category, by_id, unit_code, value, story, at)
        values (${id}, ${award.id}, ${category}, ${by}, ${unit}, 'kolaboratif', ${sealed}, ${house.hall.clock.now().toISOString()})`;
    }
  };

  /** Somebody is named in a category; gives their number and, where they are linked, their chat. */
  const names = async ({
    name,
    unit = 'dinas_perhubungan',
    category = 'pelaksana',
    forwarded = true,
    eligible = true,
    consent = 'agreed',
    stories = ['Setiap Jumat menjemput berkas warga lansia ke rumahnya.'],
    verdict,
    linked = false,
  }: Wanted): Promise<{ id: number; chat: Person | undefined }> => {
    const chat = linked ? await linkStaff(house, { name, roles: [], unit }) : undefined;
    if (!linked) await hireSomebody(sql, { name, unit });
    const employee = await idOf(name);
    await record(employee, eligible);
    const now = house.hall.clock.now().toISOString();
    const [row] = await sql<{ id: number }[]>`
      insert into award_nominee (cycle_id, category, employee_id, unit_code, named_at, consent, consent_at, forwarded_at, forward_reason,
        verdict, verdict_at, innovation)
      values (${award.id}, ${category}, ${employee}, ${unit}, ${now}, ${consent}, ${consent ? now : null}, ${forwarded ? now : null},
        ${forwarded ? 'Antrean loket turun separuh sejak jalur lansia.' : null}, ${verdict ?? null}, ${verdict ? now : null},
        'Jalur khusus lansia dan formulir besar.') returning id::int as id`;
    if (!row) throw new Error('nobody was named');
    await nominate(row.id, category, stories, 'dinas_pu');
    return { id: row.id, chat };
  };

  const member = (name = 'Maya Panitia', unit = 'dinas_kesehatan') =>
    linkStaff(house, { name, roles: ['committee'], unit });

  /** Whatever was written is sent, in the office's hours. */
  const deliver = async () => {
    await sql`update letter set not_before = now() where state = 'waiting'`;
    await house.hall.deliver();
  };

  const read = async (person: Person) => (await person.seen()).map(({ text }) => text).join('\n');

  const nominee = async (id: number) =>
    (
      await sql<{ verdict: string | null; reason: string | null; reply: string | null; evidence: unknown }[]>`
        select verdict, verdict_reason as reason, reply, evidence from award_nominee where id = ${id}`
    )[0];

  /** Presses a button as if somebody had guessed its name, and gives what is said to it, which reaches no phone. */
  const guess = async (name: string, id: string): Promise<string> => {
    const [row] = await sql<{ contact: number; last: number }[]>`
      select l.contact_id::int as contact, (select coalesce(max(id), 0)::int from letter) as last
      from staff_link l join employee e on e.id = l.employee_id where e.name = ${name} and l.ended_at is null`;
    const { contact = 0, last = 0 } = row ?? {};
    const session = await house.hall.sessions.of(contact);
    if (!session) throw new Error(`${name} has no chat`);
    const { address } = session.contact;
    const nth = `${id}-${Math.trunc(performance.now() * 1000)}`;
    const inbound = {
      id: nth,
      from: address,
      at: house.hall.clock.now(),
      content: { kind: 'choice', id },
    } as const;
    const { say } = await house.hall.handle(inbound, house.hall.keyOf(address, nth));
    const letters = await sql<{ body: Uint8Array }[]>`
      select body from letter where contact_id = ${contact} and id > ${last} order by id`;
    const opened = letters.map(({ body }) => house.hall.seal.open('letter', `letter|${contact}`, body));
    await sql`delete from letter where contact_id = ${contact} and id > ${last}`;
    return [...say.map((one) => JSON.stringify(one)), ...opened].join('\n');
  };

  /** As if nobody had been named, and nobody were linked. */
  const clear = async () => {
    await sql`delete from award_nominee`;
    await sql`delete from personnel_record`;
    await sql`delete from certificate`;
    await sql`update staff_link set ended_at = now(), ended_why = 'left' where ended_at is null`;
    await sql`update employee set name = name || ' †' || id, active = false where name not like '%†%'`;
  };

  return {
    house,
    sql,
    award,
    idOf,
    names,
    member,
    deliver,
    read,
    nominee,
    guess,
    clear,
    until: (phase: PhaseName) => untilPhase(house.hall, award, phase),
  };
};

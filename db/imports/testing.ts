import { connect, type Database } from '../database.ts';
import { createSeal } from '../sealed.ts';
import { seedCity } from '../seed/index.ts';
import { type TestDatabase, testDatabase } from '../testing.ts';
import { type Imported, type ImportName, importSheet } from './index.ts';

/** Invented people of the office `dinkes`, and one without a NIP of `dpu`. */
export const [satu, dua, tiga, thl] = [
  '198507172010031997',
  '199012032019122998',
  '199301152024211996',
  'THL-7',
] as const;

const noon = new Date('2026-11-20T05:00:00Z');

/** Salatiga with two more offices and four people on a database of its own. `import`: a line a row, `|` between cells; at noon of 20 November 2026 in Jakarta, or at `now`. */
export type PersonnelOffice = {
  sql: TestDatabase['sql'];
  import: (kind: ImportName, text: string, how?: { apply?: boolean; now?: Date }) => Promise<Imported>;
  /** Empties what the personnel office keeps; the people stay. */
  clear: () => Promise<void>;
  close: () => Promise<void>;
};

export async function personnelOffice(): Promise<PersonnelOffice> {
  const base = await testDatabase();
  const database: Database = connect(base.url);
  const seal = createSeal(Buffer.alloc(32, 7));
  const read: PersonnelOffice['import'] = (kind, text, { apply = true, now = noon } = {}) => {
    const sheet = text.split('\n').map((row) => row.split('|').map((cell) => cell.replaceAll('¦', '|')));
    return importSheet(database, seal, { kind, sheet, apply, now, zone: 'Asia/Jakarta' });
  };
  await seedCity(database, 'salatiga');
  await read('units', 'code|name\ndinkes|Dinas Kesehatan\ndpu|Dinas PU');
  await read(
    'employees',
    [
      'nip|name|unit_code|position|kind',
      `${satu}|Contoh Satu|dinkes|Analis|pns`,
      `${dua}|Contoh Dua|dinkes|Kepala Dinas|pns`,
      `${tiga}|Contoh Tiga|dinkes|Perawat|pppk`,
      `${thl}|Contoh Empat|dpu|Pengemudi|other`,
    ].join('\n'),
  );
  return {
    sql: base.sql,
    import: read,
    clear: async () => {
      await base.sql`truncate training, enrolment, certificate, personnel_date, reminder_look cascade`;
      await base.sql`insert into reminder_look (employee_id, next_at) select id, '2027-01-01' from employee`;
    },
    close: async () => {
      await database.close();
      await base.drop();
    },
  };
}

/** What a file without faults came to. */
export const counts = (added: number, changed: number, unchanged: number) => ({
  faults: [],
  counts: { new: added, changed, unchanged },
});

/** Numbers of those whose reminders are to be looked at in the next round. */
export const lookedAtNext = async ({ sql }: PersonnelOffice): Promise<string[]> => {
  const rows = await sql<{ nip: string }[]>`
    select nip from reminder_look l join employee e on e.id = l.employee_id where next_at = '-infinity' order by nip`;
  return rows.map(({ nip }) => nip);
};

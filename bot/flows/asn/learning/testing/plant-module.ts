import type { TestHall } from '../../../../../api/testing/hall.ts';
import type { Module } from '../../../../domain/modules/module.ts';
import { readModule } from '../../../../domain/modules/read-module.ts';

/** A short module: two cards, a case that branches, two questions of which both have to be right. */
export const shortModule = `---
kode: antre
judul: Antre dengan nyaman
menit: 45
lulus: 100
---
# Kartu: Kursi dulu

Orang yang menunggu perlu duduk.

# Kartu: Nomor kemudian

Nomor antrean dipanggil dua kali.

# Kasus: Mbah Sarmi

Mbah Sarmi berdiri di pintu. Apa yang Bapak/Ibu lakukan?

- Menghampiri dan menawarkan kursi yang dekat dengan loket
  Akibat: Mbah Sarmi duduk dan tersenyum.
  Lanjut: duduk
- Menunggu
  Akibat: Mbah Sarmi pulang.
  Lanjut: pulang

## duduk

Nomornya dipanggil. Siapa yang membantu berdiri?

- Petugas
  Akibat: Petugas mengulurkan tangan.
  Lanjut: selesai
- Tidak ada
  Akibat: Ia berdiri sendiri, pelan-pelan.
  Lanjut: selesai

## pulang

Besok ia datang lagi.

## selesai

Berkasnya selesai dalam lima menit.

# Soal: Apa yang didahulukan?

- [x] Kursi
- [ ] Nomor
- [ ] Tanda tangan

Benar: Duduk dulu, baru nomor.
Salah: Orangnya dulu.

# Soal: Berapa kali nomor dipanggil?

- [ ] Sekali
- [x] Dua kali

Benar: Supaya yang jauh ikut mendengar.
Salah: Yang jauh belum tentu mendengar.
`;

const parsed = (file: string): Module => {
  const read = readModule(file);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.module;
};

/** Puts a module as somebody wrote it where the hall keeps them, alone on the shelf unless said otherwise; gives it as it is kept. */
export const plantModule = async (
  { hall }: TestHall,
  file: string = shortModule,
  { alone = true }: { alone?: boolean } = {},
): Promise<Module> => {
  const module = parsed(file);
  const { sql } = hall.database;
  if (alone) await sql`update learning_module set withdrawn_at = now() where code <> ${module.code}`;
  const [kept] = await sql<
    { content: Module }[]
  >`insert into learning_module (code, content, added_at, changed_at)
    values (${module.code}, ${JSON.stringify(module)}::text::jsonb, now(), now())
    on conflict (code) do update set content = excluded.content, changed_at = excluded.changed_at, withdrawn_at = null
    returning content`;
  return kept?.content ?? module;
};

/** The same module with a decree of the personnel office. */
export const withDecree = (file: string, jp: string): string =>
  file.replace('lulus: 100', `lulus: 100\njp: ${jp}\nsk: 893/12/BKPSDM/2026\ntanggal_sk: 2026-11-02`);

/** What is kept of somebody's learning of a module. */
export const learntOf = async ({ hall }: TestHall, name: string, code = 'antre') =>
  (
    await hall.database.sql<{ done: string[]; answers: object; attempt: number; percent: number | null }[]>`
    select to_json(g.done) as done, g.answers, g.attempt, g.percent from module_progress g join employee e on e.id = g.employee_id
    where e.name = ${name} and g.module_code = ${code}`
  )[0];

/** Certificates of modules by name, with what of them stands among the year's. */
export const certificatesOf = ({ hall }: TestHall, name: string) =>
  hall.database.sql<{ number: string; jp: number; percent: number; unit: string; counted: number | null }[]>`
    select c.number, c.jp, c.percent, c.unit_name as unit, p.jp as counted from module_certificate c
    join employee e on e.id = c.employee_id left join certificate p on p.number = c.number and p.status = 'sah'
    where e.name = ${name}`;

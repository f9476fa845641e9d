import type { TestHall } from '../../../../../api/testing/hall.ts';
import { readModule } from '../../../../domain/modules/read-module.ts';

const file = (kode: string, judul: string) => `---
kode: ${kode}
judul: ${judul}
menit: 5
lulus: 80
jp: 0
kantor: semua
jabatan: semua
nilai: harmonis
unsur: perilaku
---
# Kartu: Sapaan

Selamat pagi, Bapak/Ibu.

# Soal: Apa kata pertama di loket?

- [ ] Nomor berapa?
- [x] Selamat pagi

Benar: Orangnya lebih dulu, baru nomornya.
Salah: Sapa dulu orangnya, nomor bisa menyusul.

# Soal: Berkas kurang satu. Apa kata kita?

- [x] Tinggal satu lagi
- [ ] Berkas Anda salah

Benar: Orang pulang dengan semangat.
Salah: Itu menyalahkan. Sebut dengan ramah apa yang kurang.
`;

export const sapaan = 'apa-kata-pertama-di-loket';
export const berkas = 'berkas-kurang-satu-apa-kata-kita';

/** A module with two questions is taught. */
export const teach = async (
  { hall }: TestHall,
  code = 'menyapa',
  title = 'Menyapa di loket',
): Promise<readonly string[]> => {
  const read = readModule(file(code, title));
  if (!('module' in read)) throw new Error(JSON.stringify(read.faults));
  await hall.database.sql`insert into learning_module (code, content, added_at, changed_at)
    values (${code}, ${JSON.stringify(read.module)}::text::jsonb, now(), now())
    on conflict (code) do update set content = excluded.content, withdrawn_at = null`;
  return read.module.steps.map(({ id }) => id);
};

/** Somebody answered a question wrongly on a day, and wants it to come back. */
export const wrongly = (
  { hall }: TestHall,
  {
    name,
    question = sapaan,
    on,
    module = 'menyapa',
  }: { name: string; question?: string; on: string; module?: string },
) => hall.database.sql`
  insert into module_repetition (employee_id, module_code, question, wrong_on, round, due_on)
  select id, ${module}, ${question}, ${on}::date, 0, ${on}::date + 1 from employee where name = ${name}`;

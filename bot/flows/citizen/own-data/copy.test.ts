import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { rendering } from '../../../../api/testing/renderings/rendering.ts';
import { fileReport, linkStaff } from '../../../../api/testing/staff.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import { tellOfLevy } from '../testing/tell-of-levy.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

const sql = () => house.hall.database.sql;

type Person = ReturnType<TestHall['actor']>;

/** Asks for the file and opens it. */
const copyOf = async (who: Person) => {
  await who.seen();
  const { names } = await playTranscript(
    `
    > /datasaya
    …
    [Lihat] [Salinan berkas] [Perbaiki] [Hapus] [Tarik izin] [Menu]
    > [Salinan berkas]
    …
    Permintaan {number}: ini salinan data Bapak/Ibu, untuk disimpan. Di dalamnya ada isi laporan, jadi sebaiknya tidak diteruskan kepada orang lain.
  `,
    who,
  );
  const file = (await who.files()).at(-1);
  return { name: file?.name, text: file?.text ?? '', number: names.get('number') ?? '' };
};

const officeSays = async (ticket: string, action: string, words: string) => {
  const sealed = house.hall.seal.seal('report', `event|${ticket}`, words);
  await sql()`insert into report_event (report_id, at, action, state, actor, sealed)
    select id, now(), ${action}, state, 'officer', ${sealed} from report where ticket = ${ticket}`;
};

describe('somebody who wants their data as a file', () => {
  test('gets one that a program can read, with their own words and nobody else’s', async () => {
    const sri = house.actor();
    const dewi = house.actor();
    const ticket = await fileReport(house, { actor: sri, words: 'lampu jalan mati di depan SMP 2' });
    const closed = await fileReport(house, {
      actor: sri,
      words: 'lampu taman rusak lagi',
      identity: 'Tertutup',
      at: '-7.3400,110.5100',
    });
    const other = await fileReport(house, { actor: dewi, words: 'kenari lampu padam di gang buntu' });
    await playTranscript(`> /cek ${ticket}\n…\n> [Ikut dikabari]\n…`, dewi);
    await playTranscript(
      `> /cek ${ticket}\n…\n> [Tambah keterangan]\n…\n> kenari juga gelap di sini\n…`,
      dewi,
    );
    await playTranscript(`> /cek ${ticket}\n…\n> [Tambah keterangan]\n…\n> tiang nomor empat\n…`, sri);
    await officeSays(ticket, 'answer', 'Kami periksa besok.');
    await officeSays(ticket, 'forward', 'kenari antar dinas');

    const { name, text, number } = await copyOf(sri);
    expect(name).toBe(rendering === 'whatsapp-cloud' ? 'data-saya.txt' : 'data-saya.json');
    const file = JSON.parse(text);
    expect(file).toMatchObject({
      permintaan: number,
      chat: { bahasa: 'id', menerima_kabar: true, terhubung_kepegawaian: false },
      chat_lain: [],
      izin: [],
      laporan_diikuti: [],
    });
    expect(file.laporan.map(({ nomor }: { nomor: string }) => nomor)).toEqual([closed, ticket]);
    expect(file.laporan[1]).toMatchObject({
      isi: 'lampu jalan mati di depan SMP 2',
      dinas: 'Dinas Perhubungan',
      kategori: 'Lampu Jalan (PJU)',
      tertutup: false,
      riwayat: [
        { peristiwa: 'laporan diterima', oleh: 'warga' },
        { peristiwa: 'diteruskan ke Dinas Perhubungan', oleh: 'sistem' },
        { peristiwa: 'keterangan ditambahkan', oleh: 'warga' },
        { peristiwa: 'keterangan ditambahkan', oleh: 'warga', isi: 'tiang nomor empat' },
        { peristiwa: 'dinas memberi jawaban', oleh: 'petugas', isi: 'Kami periksa besok.' },
        { oleh: 'petugas' },
      ],
    });
    expect(file.laporan[0]).toMatchObject({
      tertutup: true,
      isi: 'lampu taman rusak lagi',
      titik: { lintang: -7.34, bujur: 110.51 },
    });
    expect(text).not.toContain('kenari');
    expect(text).not.toContain(other);
  });

  test('finds nothing in it of what they told in confidence', async () => {
    const { reporter, ticket } = await tellOfLevy(house);
    const { text } = await copyOf(reporter);
    expect(JSON.parse(text).laporan).toEqual([]);
    expect(text).not.toContain(ticket);
    expect(text).not.toMatch(/pungli|loket/);
  });

  test('has asked under a number, and the case is closed with the file; the next file tells of it', async () => {
    const sri = house.actor();
    const { number } = await copyOf(sri);
    const [row] =
      await sql()`select kind, state, ended_at is not null as ended, answer is not null as answered
      from rights_request where number = ${number}`;
    expect(row).toEqual({ kind: 'see', state: 'done', ended: true, answered: true });
    const [letter] =
      await sql()`select l.state, l.body from letter l join rights_request r on r.contact_id = l.contact_id
      where r.number = ${number} order by l.id desc limit 1`;
    expect(letter?.state).toBe('sent');
    expect(String(letter?.body)).not.toContain('tercatat_sejak');
    const again = JSON.parse((await copyOf(sri)).text);
    expect(again.permintaan_data).toMatchObject([{ nomor: number, jenis: 'lihat', status: 'selesai' }]);
  });

  test('has in it what they agreed to and took back, their number, their score, and what they asked of an officer', async () => {
    const sri = house.actor();
    const ticket = await fileReport(house, { actor: sri });
    const { seal } = house.hall;
    const phone = seal.seal('identity', `report|${ticket}`, '+6281200000123');
    const said = seal.seal('report', `rating|${ticket}`, 'cepat sekali');
    await sql()`update report set phone = ${phone} where ticket = ${ticket}`;
    await sql()`insert into rating (report_id, contact_id, score, at, sealed)
      select id, reporter_id, 4, now(), ${said} from report where ticket = ${ticket}`;
    await playTranscript('> tarik persetujuan\n…\n> [Menerima kabar]\n…', sri);
    const asked = seal.seal('report', 'handover|B-7K4PQ2', 'Kapan loket buka?');
    await sql()`insert into hand_over (number, contact_id, locale, asked_at, due, sealed)
      select 'B-7K4PQ2', reporter_id, 'id', now(), current_date, ${asked} from report where ticket = ${ticket}`;
    const file = JSON.parse((await copyOf(sri)).text);
    expect(file.chat.menerima_kabar).toBe(false);
    expect(file.izin).toMatchObject([{ tujuan: 'Menerima kabar', diberikan: 'ditarik' }]);
    expect(file.laporan).toMatchObject([
      { telepon: '+6281200000123', penilaian: { nilai: 4, isi: 'cepat sekali' } },
    ]);
    expect(file.pertanyaan).toMatchObject([
      { nomor: 'B-7K4PQ2', status: 'terbuka', isi: 'Kapan loket buka?', jawaban: null },
    ]);
  });

  test('finds their learning in it when they are an employee, and nobody else’s', async () => {
    const wati = await linkStaff(house, { name: 'Wati Contoh' });
    const yoga = await linkStaff(house, { name: 'Yoga Contoh' });
    const employees = await sql()<
      { id: number }[]
    >`select id::int as id from employee where name like '% Contoh' order by name`;
    await sql()`insert into training (code, title, provider, form, jp, listed_on) values ('PP-01', 'Pelayanan Prima', 'Badan Contoh', 'teknis', 1250, '2026-01-02')`;
    for (const { id } of employees) {
      await sql()`insert into enrolment (employee_id, training_code, state, source, since, changed_at) values (${id}, 'PP-01', 'registered', 'self', '2026-02-01', now())`;
      await sql()`insert into certificate (employee_id, title, provider, jp, number, date, source, status, reason, sent_at)
        values (${id}, 'Bimtek Arsip', 'Badan Contoh', 1250, ${`STTPP/${id}`}, '2026-03-02', 'file', 'ditolak', 'Fotonya kabur', now())`;
      await sql()`insert into personnel_date (employee_id, kind, date, as_of) values (${id}, 'kgb', '2027-03-01', '2026-01-02')`;
      await sql()`insert into reminded (employee_id, item, milestone, lane, day, at) values (${id}, 'complete:PP-01:2026-11-27', '7', 'day', '2026-11-20', now())`;
    }
    await sql()`insert into self_check (employee_id, year, unit_code, answers)
      values (${employees[0]?.id ?? 0}, 2026, 'dinas_perhubungan', '{"listen":3,"values":4}')`;
    await sql()`insert into exercise (id, unit_code, content, state, made_on)
      values (1, 'dinas_perhubungan', '{"category":"Lampu Jalan"}', 'approved', '2026-11-20')`;
    for (const [nth, { id }] of employees.entries()) {
      const said = house.hall.seal.seal('learning', `exercise-answer|${nth + 1}`, `Selamat pagi dari ${id}`);
      await sql()`insert into exercise_answer (id, exercise_id, employee_id, words, marks, answered_on)
        values (${nth + 1}, 1, ${id}, ${said}, '{"greeting":true,"office":false,"date":true,"plain":true}', '2026-11-21')`;
    }
    const { text } = await copyOf(wati);
    expect(JSON.parse(text).kepegawaian).toEqual({
      pelatihan: [
        {
          kode: 'PP-01',
          judul: 'Pelayanan Prima',
          status: 'terdaftar',
          sejak: '2026-02-01',
          batas: null,
          hadir: null,
          selesai: null,
        },
      ],
      sertifikat: [
        {
          judul: 'Bimtek Arsip',
          bentuk: null,
          penyelenggara: 'Badan Contoh',
          jp: 12.5,
          nomor: `STTPP/${employees[0]?.id}`,
          tanggal: '2026-03-02',
          status: 'ditolak',
          alasan: 'Fotonya kabur',
          foto: false,
        },
      ],
      tanggal_kepegawaian: [
        { jenis: 'kgb', tanggal: '2027-03-01', catatan: null, menurut_data_tanggal: '2026-01-02' },
      ],
      cek_diri: [{ tahun: 2026, unit: 'dinas_perhubungan', jawaban: { listen: 3, values: 4 } }],
      jawaban_latihan: [
        {
          kasus: 'Lampu Jalan',
          tanggal: '2026-11-21',
          jawaban: `Selamat pagi dari ${employees[0]?.id}`,
          nilai_sendiri: { sapaan: true, nama_kantor: false, waktu: true, bahasa: true },
          nilai_rekan: null,
        },
      ],
      pengingat: [{ hal: 'complete:PP-01:2026-11-27', tanggal: '2026-11-20' }],
    });
    await sql()`insert into reminded (employee_id, item, milestone, lane, day, at)
      select ${employees[1]?.id ?? 0}, 'complete:PP-01:2026-11-27', 'x' || n, 'day', '2026-11-20', now() from generate_series(1, 200) n`;
    const his = JSON.parse((await copyOf(yoga)).text).kepegawaian;
    expect(his.pengingat).toHaveLength(150);
    expect(his.yang_lebih_lama).toEqual({ pelatihan: 0, sertifikat: 0, pengingat: 51 });
  });
});

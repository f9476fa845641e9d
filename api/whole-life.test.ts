import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, playTranscript } from '../bot/conversation/transcript.ts';
import { shortestReport } from '../bot/flows/citizen/dialogues/shortest-report.ts';
import { openTestHall, type TestHall } from './testing/hall.ts';
import { playScene } from './testing/scene.ts';
import { linkStaff, openOffice } from './testing/staff.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall, '2026-12-01');
});
afterAll(() => house.close());

const dishub = 'dinas_perhubungan';

/**
 * The whole life of a report, with everybody's chat to the letter: Sri reports with a pin that Rina sees, Joko (in Javanese)
 * joins, of Rina and Budi one takes it, Hendra is their head.
 */
test('a report is taken by one of two, asked about, solved, not solved after all, solved again and rated', async () => {
  const Sri = house.actor();
  const Joko = house.actor({ firstName: 'Joko' });
  const Rina = await linkStaff(house, { name: 'Rina Astuti', roles: ['officer'], unit: dishub });
  const Budi = await linkStaff(house, { name: 'Budi Santoso', roles: ['officer'], unit: dishub });
  const Hendra = await linkStaff(house, { name: 'Hendra Wijaya', roles: ['supervisor'], unit: dishub });
  const { names } = await playTranscript(shortestReport, Sri);
  await playTranscript(
    `> /bahasa\n…\n> [Basa Jawa]\n…\n> /cek ${names.get('ticket')}\n…\n> [Tumut dipunkabari]\n…`,
    Joko,
  );

  const ticket = names.get('ticket') ?? '';
  for (const one of [Sri, Joko, Rina, Budi, Hendra]) await one.seen();
  await playTranscript('> [Lihat laporan]\n(pin -7.3315,110.5125)\n{ticket}\n…', Rina, names);

  await Promise.all([Rina.press('Terima'), Budi.press('Terima')]);
  const [first, second] = [(await Rina.seen()).at(-1)?.text ?? '', (await Budi.seen()).at(-1)?.text ?? ''];
  const rinaWon = first.startsWith('Laporan');
  const [Winner, Loser] = rinaWon ? [Rina, Budi] : [Budi, Rina];
  expect(rinaWon ? first : second).toBe(
    `Laporan ${ticket} sekarang Bapak/Ibu yang tangani. Jawaban untuk warga paling lambat Selasa, 8 Des.`,
  );
  expect(rinaWon ? second : first).toBe(
    `Terima kasih. Laporan ${ticket} sudah lebih dulu diterima ${rinaWon ? 'Rina Astuti' : 'Budi Santoso'}.`,
  );

  const Hall: Actor = {
    type: async () => {
      await house.clean();
      await house.hall.database.sql`update letter set not_before = now() where state = 'waiting'`;
      await house.hall.deliver();
    },
    press: async () => {},
    photo: async () => {},
    location: async () => {},
    seen: async () => [],
  };
  await playScene(
    `
    Hall > sees to photos and letters
    Sri: Kabar laporan {ticket}: Dinas Perhubungan mulai mengerjakannya.
    Joko: Kabar laporan {ticket}: Dinas Perhubungan wiwit ngasta.

    Winner > [Minta data]
    Winner: Tulis satu pertanyaan yang bisa langsung dijawab warga, misalnya di mana letak lampunya.
    Winner: [Batal]

    Winner > Lampunya di sebelah kiri atau kanan gerbang?
    Winner: Warga akan membaca:
    Winner: Dinas Perhubungan bertanya tentang laporan {ticket}:
    Winner: Lampunya di sebelah kiri atau kanan gerbang?
    Winner: Balas pesan ini, foto juga boleh. Selama menunggu, batas waktu kami hentikan dulu.
    Winner: [Kirim ke warga] [Ubah] [Batal]

    Winner > [Kirim ke warga]
    Sri: Dinas Perhubungan bertanya tentang laporan {ticket}:
    Sri: Lampunya di sebelah kiri atau kanan gerbang?
    Sri: Balas pesan ini, foto juga boleh. Selama menunggu, batas waktu kami hentikan dulu.
    Sri: [Jawab] [Tidak tahu]
    Winner: Terkirim ke warga. Selama menunggu jawabannya, batas waktu laporan {ticket} berhenti.

    Sri > [Jawab]
    Sri: Silakan tulis keterangan tambahan, atau kirim satu foto, pesan suara, atau video.
    Sri: [Batal]

    Sri > (photo: Sebelah kiri, dekat warung Bu Yem)
    Sri: Terima kasih, jawaban untuk laporan {ticket} kami sampaikan ke Dinas Perhubungan. Batas waktunya berjalan lagi: kabar paling lambat Selasa, 8 Des.

    Hall > sees to photos and letters
    Winner: (photo)
    Winner: Warga {plant} {number} menjawab pertanyaan tentang {ticket}: Sebelah kiri, dekat warung Bu Yem
    Winner: Keadaan: sedang dikerjakan. Janji ke warga: Selasa, 8 Des
    Winner: Tempat: Kutowinangun Kidul
    Winner: Warga {plant} {number}: lampu jalan mati di depan SMP 2
    Winner: Ditangani: {taker} …
    Winner: [Balas] [Minta data] [Selesai] [Tanggal baru] [Gabungkan] [Catatan]

    Winner > [Selesai]
    Winner: Apa yang sudah dikerjakan? Tulis seperti bicara langsung dengan warga.
    Winner: [Batal]

    Winner > Lampu sudah kami ganti dengan LED 60 watt
    Winner: Kirim foto hasilnya, 1 sampai 3. Kalau memang tidak ada, pilih Lewati.
    Winner: [Lewati]

    Winner > (photo)
    Winner: Foto ke-1 diterima (paling banyak 3).
    Winner: Foto yang ikut dikirim: 1.
    Winner: Warga akan membaca:
    Winner: Kabar baik untuk laporan {ticket}: Dinas Perhubungan menyatakan sudah dikerjakan.
    Winner: Lampu sudah kami ganti dengan LED 60 watt
    Winner: Menurut Bapak/Ibu, sudah beres?
    Winner: [Kirim ke warga] [Ubah] [Batal]

    Winner > [Kirim ke warga]
    Winner: Terkirim ke warga. Kalau menurut warga belum beres, laporan {ticket} akan kembali ke sini.

    Hall > sees to photos and letters
    Sri: (photo)
    Sri: (photo)
    Sri: Kabar baik untuk laporan {ticket}: Dinas Perhubungan menyatakan sudah dikerjakan.
    Sri: Lampu sudah kami ganti dengan LED 60 watt
    Sri: Menurut Bapak/Ibu, sudah beres?
    Sri: [Sudah beres] [Belum beres]
    Joko: (photo)
    Joko: (photo)
    Joko: Kabar sae kangge laporan {ticket}: Dinas Perhubungan ngaturaken bilih sampun dipungarap.
    Joko: Lampu sudah kami ganti dengan LED 60 watt
    Joko: Miturut panjenengan, menapa sampun sae?
    Joko: [Sampun sae] [Dereng sae]

    Sri > [Belum beres]
    Sri: Apa yang masih kurang? Tulis singkat, atau kirim satu foto.
    Sri: [Batal]

    Sri > Malamnya mati lagi
    Sri: Terima kasih sudah memberi tahu. Laporan {ticket} kami buka kembali, dan kepala Dinas Perhubungan ikut kami kabari. Kabar berikutnya paling lambat Selasa, 8 Des.
    Joko: Kabar laporan {ticket}: laporan dipunbikak malih, amargi miturut ingkang lapor dereng sae. Kabar salajengipun paling telat Slasa, 8 Des.
    Winner: Menurut Warga {plant} {number}, laporan {ticket} belum beres: Malamnya mati lagi
    Winner: Keadaan: dibuka kembali. Janji ke warga: Selasa, 8 Des
    Winner: Tempat: Kutowinangun Kidul
    Winner: Warga {plant} {number}: lampu jalan mati di depan SMP 2
    Winner: Ditangani: {taker} …
    Winner: [Kerjakan lagi] [Gabungkan] [Catatan]
    Hendra: Menurut Warga {plant} {number}, laporan {ticket} belum beres: Malamnya mati lagi
    Hendra: Keadaan: dibuka kembali. Janji ke warga: Selasa, 8 Des
    Hendra: Tempat: Kutowinangun Kidul
    Hendra: Warga {plant} {number}: lampu jalan mati di depan SMP 2
    Hendra: Ditangani: {taker} …
    Hendra: [Catatan]

    Winner > [Kerjakan lagi]
    Winner: Laporan {ticket} dikerjakan lagi. Jawaban untuk warga paling lambat Selasa, 8 Des.
    Winner: [Balas] [Minta data] [Selesai] [Tanggal baru] [Catatan]

    Winner > [Selesai]
    Winner: Apa yang sudah dikerjakan? Tulis seperti bicara langsung dengan warga.
    Winner: [Batal]

    Winner > Kabel yang putus sudah kami sambung
    Winner: Kirim foto hasilnya, 1 sampai 3. Kalau memang tidak ada, pilih Lewati.
    Winner: [Lewati]

    Winner > (photo)
    Winner: Foto ke-1 diterima (paling banyak 3).
    Winner: Foto yang ikut dikirim: 1.
    Winner: Warga akan membaca:
    Winner: Kabar baik untuk laporan {ticket}: Dinas Perhubungan menyatakan sudah dikerjakan.
    Winner: Kabel yang putus sudah kami sambung
    Winner: Menurut Bapak/Ibu, sudah beres?
    Winner: [Kirim ke warga] [Ubah] [Batal]

    Winner > [Kirim ke warga]
    Winner: Terkirim ke warga. Kalau menurut warga belum beres, laporan {ticket} akan kembali ke sini.

    Hall > sees to photos and letters
    Sri: (photo)
    Sri: (photo)
    Sri: Kabar baik untuk laporan {ticket}: Dinas Perhubungan menyatakan sudah dikerjakan.
    Sri: Kabel yang putus sudah kami sambung
    Sri: Menurut Bapak/Ibu, sudah beres?
    Sri: [Sudah beres] [Belum beres]
    Joko: (photo)
    Joko: (photo)
    Joko: Kabar sae kangge laporan {ticket}: Dinas Perhubungan ngaturaken bilih sampun dipungarap.
    Joko: Kabel yang putus sudah kami sambung
    Joko: Miturut panjenengan, menapa sampun sae?
    Joko: [Sampun sae] [Dereng sae]

    Joko > [Dereng sae]
    Joko: Menapa ingkang taksih kirang? Mangga dipunserat cekak, utawi kintun foto setunggal.
    Joko: [Batal]

    Joko > Ing ngajeng griya kula taksih peteng
    Joko: Matur nuwun sampun paring kabar. Katrangan kangge laporan {ticket} kula aturaken dhateng petugas.
    Winner: Keterangan baru untuk {ticket} dari Warga lain yang ikut: Ing ngajeng griya kula taksih peteng
    Winner: Keadaan: sudah dikerjakan. Janji ke warga: Senin, 21 Des
    Winner: Tempat: Kutowinangun Kidul
    Winner: Warga {plant} {number}: lampu jalan mati di depan SMP 2
    Winner: Ditangani: {taker} …
    Winner: [Gabungkan] [Catatan]

    Hall > sees to photos and letters

    Sri > [Sudah beres]
    Sri: Terima kasih, laporan kami tutup. Bagaimana penanganannya?
    Sri: [Tidak baik] [Kurang baik] [Baik] [Sangat baik]
    Joko: Kabar laporan {ticket}: ingkang lapor ngaturaken sampun sae. Matur nuwun sampun tumut nggatosaken.
    Winner: Kabar baik: pelapor menyatakan {ticket} sudah beres. Terima kasih.

    Sri > 4
    Sri: Satu lagi, boleh dilewati: apa yang paling membantu, atau yang perlu kami perbaiki?
    Sri: [Lewati]

    Sri > Terima kasih, cepat sekali
    Sri: Terima kasih banyak, penilaiannya sudah kami catat.

    Hall > sees to photos and letters

    Joko > /cek {ticket}
    Joko: Laporan {ticket} · Lampu Jalan (PJU)
    Joko: Kawontenan: rampung
    Joko: Dipunayahi: Dinas Perhubungan
    Joko: • Slasa, 1 Des: laporan sampun dipuntampi
    Joko: • Slasa, 1 Des: dipunlajengaken dhateng Dinas Perhubungan
    Joko: • Slasa, 1 Des: wiwit dipungarap
    Joko: • Slasa, 1 Des: dinas nyuwun katrangan
    Joko: • Slasa, 1 Des: pitakenan dipunwangsuli
    Joko: • Slasa, 1 Des: dinas ngaturi pirsa sampun dipungarap
    Joko: • Slasa, 1 Des: dipunbikak malih
    Joko: • Slasa, 1 Des: dipungarap malih
    Joko: • Slasa, 1 Des: dinas ngaturi pirsa sampun dipungarap
    Joko: • Slasa, 1 Des: katrangan dipuntambahaken
    Joko: • Slasa, 1 Des: rampung, sampun dipunleresaken
    Joko: [Menu]
    `,
    { Sri, Joko, Winner, Loser, Hendra, Hall },
    new Map(names),
  );
  const [rated] = await house.hall.database.sql`select score from rating`;
  expect(rated).toEqual({ score: 4 });
});

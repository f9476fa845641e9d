import type { PeopleKnown, SolvedReport } from '../exercise.ts';

/** A report with persons in it, all of them invented, and every stretch that must not be found in its exercise. */
export type Planted = { report: SolvedReport; people: PeopleKnown; canaries: string[] };

const rare =
  `Zulkarnaen Batubara|Sumarniasih Wetirto|Tjokrowikromo|Nu'man Harahapan|Ngatiyem|Gholib Assegafi|Mbrebeswati Jenar|Kliwonadi
Wagirin Pancaroba|Ompusunggu Tiolina|Yohanesta Manullangi|Rondang Sitorusia|Dasimunah|Legimanto Prawirya|Puguhandaru|Istiqomatun Nisya
Parluhutanto|Endrosasi Wening|Bejowiyoto|Cokrosudirdja|Rr. Widhiasmara Kelanasih|Hj. Rukhaniyah|Drs. Pramudjito Atmaka, M.Si|Ketutwijana`
    .split(/[|\n]/)
    .map((name) => name.trim());
const children =
  'dimaskara|Rafasya|zeevania|Kinantika|arsakha|Gendhisya|bimantara|Naysilla|tegarino|Xaverino'.split('|');
const streets =
  'Jl. Pattimura|jl. kemuning raya|Jalan Imam Bonjolo|Jln Cakrawisesa|jl nakulosadewo|Gang Srikandini|Perum Griya Argotirta|Dusun Ngawenan'.split(
    '|',
  );
const landmarks =
  'SMP 27|Masjid Baiturrahimin|Warung Lotekan|toko Sumberejekian|Indomaret Candisari|SDN Blotongan 03|Gereja Bethanesda|RS Puri Wirasena'.split(
    '|',
  );
const kelurahan = ['Tegalrejo', 'Kalibening', 'Sidorejo Lor', 'Blotongan'];

const two = (n: number) => String(n).padStart(2, '0');

/** The words a canary would be known by: each piece of it that is long enough to tell somebody. */
const piecesOf = (...all: readonly string[]): string[] =>
  all.flatMap((one) =>
    (one.split(',')[0] ?? '')
      .replace(/\p{L}+\./gu, ' ')
      .split(/[\s.]+/)
      .filter(
        (word) =>
          word.length >= 4 &&
          !/^(jalan|gang|perum|griya|dusun|raya|masjid|warung|toko|gereja|indomaret)$/i.test(word),
      ),
  );

/** The n-th of the planted reports; the same for everybody. */
export const planted = (n: number): Planted => {
  const pick = <T>(list: readonly T[], step: number): T => list[(n * step + (n >> 2)) % list.length] as T;
  const [writer, officer, other] = [pick(rare, 1), pick(rare, 7), pick(rare, 11)];
  const [child, street, landmark, place] = [
    pick(children, 3),
    pick(streets, 1),
    pick(landmarks, 3),
    pick(kelurahan, 1),
  ];
  const short = writer.split(/[ ,]/).filter((word) => !word.endsWith('.'))[0] ?? writer;
  const phone = `0812-3${two(n)}1-77${two((n * 7) % 100)}`;
  const nik = `337399${two((n % 28) + 1)}0785${1000 + n}`;
  const plate = `H ${1200 + n} QX`;
  const ticket = `SLT-7K${two(n)}Q2`;
  const mail = `${short.toLowerCase().replace(/['’]/g, '')}${n}@surat-contoh.id`;
  const house = 131 + n;
  const frames = [
    `Selamat pagi. Lampu jalan di depan rumah saya di kelurahan ${place} sudah mati sejak 12 Mei 2026, jadi gelap sekali kalau malam. Alamatnya ${street} No. ${house} RT 07/RW 11, dekat ${landmark}. Nama saya ${writer}, bisa dihubungi di ${phone}. Anak saya ${child} kemarin jatuh jam 19.45 karena tidak melihat lubang. Mohon segera diperbaiki, terima kasih.`,
    `sampah di ${street} no ${house} tidak diangkut sudah dua minggu, baunya busuk dan banyak lalat sampai ke dalam rumah. pak ${other.toLowerCase()} sudah lapor ke ketua rt 07 tapi belum ada kabar. saya ${short.toLowerCase()}, nik ${nik}, wa ${phone}. tolong truknya dikirim lagi seperti biasa ya, kasihan anak-anak di sini. ttd ${writer.toLowerCase()}`,
    `Saya mengurus KTP di kantor sejak pagi dan disuruh pulang karena berkas kurang, padahal semua syarat sudah lengkap. Yang melayani Bu ${officer}, orangnya kurang ramah. Saya lahir di Salatiga, 17 Juli 1985, dan nomor saya ${nik}. Surat bisa dikirim ke ${mail}. Istri saya, ${other}, juga mengalami hal yang sama. Mohon penjelasan syaratnya apa saja.`,
    `Mobil ${plate} milik tetangga saya ${other} selalu parkir di trotoar ${street}, sebelah ${landmark}, jadi pejalan kaki harus turun ke jalan. Kemarin anak saya bernama ${child} hampir tertabrak motor. Sudah saya tegur tetapi dia marah. Lihat fotonya di https://foto.contoh.id/${short.toLowerCase()} atau ig @${short.toLowerCase().replace(/['’]/g, '')}_${n}. Laporan lama ${ticket} belum dijawab.`,
    `AIR PDAM DI RUMAH KAMI KERUH SUDAH TIGA HARI DAN TIDAK BISA DIPAKAI UNTUK MASAK. NOMOR PELANGGAN 00${house}77${n}. HUBUNGI IBU ${writer.toUpperCase()} DI ${phone}. MOHON DIPERIKSA SEGERA KARENA ADA BAYI DI RUMAH.`,
  ];
  const joined =
    other
      .replace(/\p{L}+\./gu, '')
      .split(',')[0]
      ?.replace(/[\s'’]/g, '')
      .toLowerCase() ?? '';
  const answers = [
    `Selamat siang, Bapak/Ibu ${short}. Petugas kami ${officer} sudah memeriksa di ${street} tadi pagi. Lampu diganti paling lambat Jumat, 27 November 2026 pukul 10.00 WIB. Terima kasih atas laporannya. Salam, ${officer}`,
    `Baik Bu ${short}, sudah kami teruskan ke pak ${officer.toLowerCase()}. Hasilnya kami kabarkan besok. Akun ${joined} juga sudah kami jawab.`,
  ];
  const words = frames[n % frames.length] ?? '';
  const answer = answers[n % answers.length] ?? '';
  const held = [
    ...piecesOf(writer, officer, other, child, street, landmark),
    phone,
    nik,
    plate,
    ticket,
    mail,
    `${house}`,
    '1985',
    '19.45',
    joined,
  ];
  return {
    report: {
      state: 'selesai',
      sensitive: 'none',
      confidential: false,
      category: 'Lampu Jalan',
      office: 'Dinas Perhubungan',
      kelurahan: place,
      on: '2026-05-14',
      words,
      said: [{ by: 'office', words: answer }],
    },
    people: { contact: [writer], staff: [officer, other] },
    canaries: held.filter(
      (one) =>
        one !== '' &&
        !place.toLowerCase().includes(one.toLowerCase()) &&
        `${words} ${answer}`.toLowerCase().includes(one.toLowerCase()),
    ),
  };
};

/** An office of the invented town: its head and two supervisors below, and those who serve there. */
export type AwardOffice = {
  unit: string;
  head: string;
  under: readonly [string, string];
  staff: readonly string[];
};

/** Three who keep a share, and one more member. */
export const awardCommittee = ['Maya Anggraeni', 'Bagus Pradana', 'Citra Maharani', 'Dimas Saputra'] as const;

const first = ['Agus', 'Bunga', 'Cahyo', 'Desi', 'Erna', 'Fajar', 'Gilang', 'Hesti', 'Irfan', 'Jaya'];
const last = ['Wibisono', 'Rahmawati', 'Setiawan', 'Utami', 'Hidayat'];

/** Invented colleagues; the same ones each time. */
const colleagues = (nth: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${first[i % first.length]} ${last[nth % last.length]}`);

const perOffice = 11;

const office = (
  nth: number,
  unit: string,
  supervisors: readonly [string, string, string],
  named: readonly string[],
): AwardOffice => ({
  unit,
  head: supervisors[0],
  under: [supervisors[1], supervisors[2]],
  staff: [...named, ...colleagues(nth, perOffice - named.length)],
});

/** Five offices with three supervisors and eleven others each; those who are named first play a part of their own. */
export const awardOffices: readonly AwardOffice[] = [
  office(0, 'dinas_perhubungan', ['Hadi Prabowo', 'Hana Lestari', 'Haris Gunawan'], ['Wahyu Nugroho']),
  office(1, 'dinas_pu', ['Indah Permata', 'Ilham Ramadan', 'Intan Safitri'], ['Ratna Puspita']),
  office(
    2,
    'dinas_kesehatan',
    ['Joko Susilo', 'Jihan Aulia', 'Johan Firmansyah'],
    ['Yusuf Maulana', 'Galih Pratama'],
  ),
  office(3, 'dinas_lh', ['Kartika Sari', 'Kurnia Putra', 'Kirana Dewi'], ['Lilis Handayani', 'Nadia Kusuma']),
  office(
    4,
    'disdukcapil',
    ['Lukman Hakim', 'Laras Wulandari', 'Leo Mahendra'],
    ['Tono Wibowo', 'Hasna Fadhila'],
  ),
];

/** Who serves elsewhere, so that there are sixty beside the fifteen supervisors. */
export const awardOthers = [...awardCommittee, 'Pandu Wicaksono'] as const;

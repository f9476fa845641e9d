/**
 * The shortest complete report of `contract.md`, and the ticket found again. Every channel plays it: the webhook, long
 * polling, workerd, the terminal and the simulator.
 */
export const shortestReport = `
> /lapor
Silakan ceritakan masalahnya…
> lampu jalan mati di depan SMP 2
Sepertinya tentang Lampu Jalan (PJU)…
> [Lampu Jalan (PJU)]
Di mana lokasinya?…
…
> (location -7.3315,110.5125)
Tempat: Kutowinangun Kidul, Tingkir.
Ada fotonya?…
> [Lewati]
Isi laporan boleh tampil di halaman publik?
…
> [Biasa]
Kami catat begini.
Masalah: lampu jalan mati di depan SMP 2
Tentang: Lampu Jalan (PJU)
Tempat: Kutowinangun Kidul, Tingkir
Foto: tidak ada
Pilihan: Biasa…
Sudah benar?
> [Kirim]
Terima kasih, laporan sudah kami terima ✅
Nomor: {ticket}
Diteruskan ke Dinas Perhubungan. Kabar pertama paling lambat …
…
`;

/** Asking for the ticket that \`shortestReport\` got. */
export const findTicket = `
> /cek {ticket}
Laporan {ticket} · Lampu Jalan (PJU)
Keadaan: diteruskan ke dinas
Ditangani: Dinas Perhubungan
…
• …: diteruskan ke Dinas Perhubungan
`;

/** A short module without a fault, whose picture is `loket.png`. */
export const goodModule = `---
kode: menyapa
judul: Menyapa di loket
menit: 5
lulus: 80
jp: 0,11
sk: 893/12/BKPSDM/2026
tanggal_sk: 2026-11-02
kantor: loket, Kesehatan
jabatan: semua
nilai: harmonis, berorientasi pelayanan
unsur: perilaku
---
# Kartu: Sapaan pertama

Selamat **pagi**, Bapak/Ibu. Itu sudah cukup.

- tatap
- senyum

![Loket dengan dua kursi](loket.png)

# Soal: Apa kata pertama?

- [ ] Nomor berapa?
- [x] Selamat pagi

Benar: Orangnya lebih dulu.
Salah: Orangnya lebih dulu, baru nomornya.

# Kasus: Mbah Sarmi

Mbah Sarmi datang. Apa yang dilakukan?

- Berdiri
  Akibat: Ia tersenyum.
  Lanjut: duduk
- Menunggu
  Akibat: Ia ragu.
  Lanjut: pulang

## duduk

Berkasnya selesai.

## pulang

Ia pulang.
`;

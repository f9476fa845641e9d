import { numbered } from './ear.ts';

/** The number of the first person who gets a letter; the others follow. */
export const firstReader = 8_000_000;

/** What a reminder says, with its number. */
export const reminderText = (nth: number): string =>
  `Selamat pagi, Bu Rina. Pelayanan Prima tinggal tujuh hari, batasnya Jumat, 27 Nov. JP tahun ini 12 dari 20. Pengingat ini dari BKPSDM, sesuai unit Ibu. ${numbered(nth)}`;

import { paperNumbers } from '../paper-number.ts';

const letters = paperNumbers('B');

/** A fresh number of a certificate of a module, `BLJ-2026-7K4PQ2`: whoever has it may see the certificate, so it is never counted up. */
export const newModuleNumber = (year: number, random: (bytes: number) => Uint8Array): string =>
  `BLJ-${year}${letters.fresh(random).slice(1)}`;

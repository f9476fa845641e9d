import { paperNumbers } from '../paper-number.ts';

const letters = paperNumbers('S');

/** The number of an objection to the award, such as `S-7K4PQ2`. */
export const { fresh: newObjectionNumber, is: isObjectionNumber } = letters;

/** A fresh number of a certificate of the award, `SRT-2026-7K4PQ2`: whoever has it may see the certificate, so it is never counted up. */
export const newAwardNumber = (year: number, random: (bytes: number) => Uint8Array): string =>
  `SRT-${year}${newObjectionNumber(random).slice(1)}`;

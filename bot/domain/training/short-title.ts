import { type Jp, jpText } from './jp.ts';

/** A title or name as long as a message bears it. */
export const shortTitle = (text: string, most = 90): string => {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
};

/** Hours as people write them: `20`, `2,5`. */
export const jpWords = (jp: Jp): string => jpText(jp).replace('.', ',');

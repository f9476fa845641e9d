import type { Dice } from './dice.ts';
import type { Spot } from './spot.ts';
import texts from './texts.json' with { type: 'json' };

/** How people shorten when they type with a thumb. */
const shortened: readonly (readonly [RegExp, string])[] = [
  [/\btidak\b/gi, 'gak'],
  [/\byang\b/gi, 'yg'],
  [/\bsudah\b/gi, 'udah'],
  [/\bdengan\b/gi, 'dgn'],
  [/\bkalau\b/gi, 'kalo'],
  [/\bsampai\b/gi, 'sampe'],
  [/\bsaja\b/gi, 'aja'],
  [/\bsekali\b/gi, 'bgt'],
  [/\bjalan di\b/gi, 'jln di'],
  [/\bbelum\b/gi, 'blm'],
];

/** A report's words from a template: a choice made of each `[a|b]`, blanks filled, and typed as somebody would. */
export function composeWords(template: string, { region, street, landmark }: Spot, dice: Dice): string {
  const blanks: Record<string, string> = {
    street,
    span: dice.pick(texts.spans),
    landmark,
    Landmark: landmark.charAt(0).toUpperCase() + landmark.slice(1),
    place: region.name,
  };
  const chosen = template.replace(/\[([^\]]*)\]/g, (_, choices: string) => dice.pick(choices.split('|')));
  const told = chosen.replace(/\{(\w+)\}/g, (_, name: string) => blanks[name] ?? '');
  const opening = dice.chance(0.35) ? dice.pick(texts.openings) : '';
  const closing = dice.chance(0.4) ? ` ${dice.pick(texts.closings)}` : '';
  return typed(`${greeted(opening, told)}${closing}`, dice);
}

function typed(words: string, dice: Dice): string {
  if (dice.chance(0.55)) return words;
  const short = shortened.reduce((text, [long, brief]) => text.replace(long, brief), words);
  return dice.chance(0.6) ? short.toLowerCase().replace(/\.$/, '') : short;
}

/** "Permisi, selokan …" but "Permisi, KTP …". */
function greeted(opening: string, told: string): string {
  if (opening === '') return told;
  const goesOn = opening.endsWith(',') && /^.[a-z]/.test(told);
  return `${opening} ${goesOn ? told.charAt(0).toLowerCase() : told.charAt(0)}${told.slice(1)}`;
}

import type { Grade } from '../../bot/domain/skm/grade.ts';

/** The colours of print: those of the pages, all with a contrast of 4.5 or more on white but `line`, which says nothing. */
export const ink = {
  ink: '#1a1f26',
  muted: '#55606e',
  brand: '#0b4f8a',
  line: '#d9d4ca',
  paper: '#faf8f4',
  ground: '#ece8e0',
  white: '#ffffff',
  warning: '#8a5a00',
} as const;

/** The chip of a grade: its letter on its tint. */
export const gradeInk: { readonly [G in Grade]: { text: string; tint: string } } = {
  A: { text: '#0f4d29', tint: '#d8f0e0' },
  B: { text: '#0b3f70', tint: '#dcebf8' },
  C: { text: '#6b4500', tint: '#fbebc8' },
  D: { text: '#7d1a14', tint: '#fadcd9' },
};

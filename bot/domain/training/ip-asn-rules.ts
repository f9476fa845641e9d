import type { Jp } from './jp.ts';
import type { TrainingForm } from './training-form.ts';

export const positionGroups = ['struktural', 'fungsional', 'pelaksana'] as const;
export type PositionGroup = (typeof positionGroups)[number];

/** The four kinds of training that the index asks about: for leaders, for a functional position, technical, and a seminar. */
export const competenceParts = ['leadership', 'functional', 'technical', 'seminar'] as const;
export type CompetencePart = (typeof competenceParts)[number];

/** Highest degree; `s1` is also D-IV, `slta` also D-I and D-II. */
export const qualifications = ['s3', 's2', 's1', 'd3', 'slta', 'below'] as const;
export type Qualification = (typeof qualifications)[number];

/** Heaviest penalty of the last five years (levels of PP 94/2021). */
export const penalties = ['none', 'ringan', 'sedang', 'berat'] as const;
export type Penalty = (typeof penalties)[number];

export const ipAsnCategories = ['sangat_tinggi', 'tinggi', 'sedang', 'rendah', 'sangat_rendah'] as const;
export type IpAsnCategory = (typeof ipAsnCategories)[number];

/** When a part is fulfilled: so many hours of these forms, dated in so many years up to the one asked about; `null` is ever. */
export type PartRule = { forms: readonly TrainingForm[]; atLeast: Jp; years: number | null };

/** Points are decimals as written and already on the scale of their weight. Bands run from the best down. */
export type IpAsnRules = {
  parts: { readonly [part in CompetencePart]: PartRule };
  competence: { readonly [group in PositionGroup]: { readonly [part in CompetencePart]?: string } };
  qualification: { readonly [degree in Qualification]: string };
  performance: readonly { from: number; points: string }[];
  discipline: { readonly [penalty in Penalty]: string };
  categories: readonly { from: number; category: IpAsnCategory }[];
};

/**
 * *Indeks Profesionalitas ASN*: PermenPANRB 38/2018 and Peraturan BKN 8/2019. Confirmed are the weights (25, 40, 30, 5), the
 * points of doctorate and master, the four parts of competence and the names of the categories. Not confirmed, as BKN's letter
 * of 2024 that changed details was not read: all other points, the least hours, and (our proposal) `forms` and `years` of a part.
 */
export const usualIpAsn: IpAsnRules = {
  parts: {
    leadership: { forms: ['struktural'], atLeast: 0, years: null },
    functional: { forms: ['fungsional'], atLeast: 0, years: null },
    technical: { forms: ['teknis', 'bimtek'], atLeast: 2000, years: 1 },
    seminar: { forms: ['seminar', 'workshop', 'kursus', 'sosialisasi', 'magang'], atLeast: 0, years: 2 },
  },
  competence: {
    struktural: { leadership: '15', technical: '15', seminar: '10' },
    fungsional: { functional: '15', technical: '15', seminar: '10' },
    pelaksana: { technical: '22.5', seminar: '17.5' },
  },
  qualification: { s3: '25', s2: '20', s1: '15', d3: '10', slta: '5', below: '1' },
  performance: [
    { from: 91, points: '30' },
    { from: 76, points: '25' },
    { from: 61, points: '15' },
    { from: 51, points: '5' },
    { from: 0, points: '1' },
  ],
  discipline: { none: '5', ringan: '3', sedang: '2', berat: '1' },
  categories: [
    { from: 91, category: 'sangat_tinggi' },
    { from: 81, category: 'tinggi' },
    { from: 71, category: 'sedang' },
    { from: 61, category: 'rendah' },
    { from: 0, category: 'sangat_rendah' },
  ],
};

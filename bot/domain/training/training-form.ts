export const trainingGroups = ['pendidikan', 'klasikal', 'nonklasikal'] as const;
export type TrainingGroup = (typeof trainingGroups)[number];

/**
 * The forms of competence development and the group each belongs to: PerLAN 10/2018, which carries out article 225 of
 * PP 11/2017. How many JP a form is worth stands in an annex nobody here has read: JP are kept as the certificate has them.
 */
const groups = {
  tugas_belajar: 'pendidikan',
  struktural: 'klasikal',
  manajerial: 'klasikal',
  teknis: 'klasikal',
  fungsional: 'klasikal',
  sosial_kultural: 'klasikal',
  seminar: 'klasikal',
  workshop: 'klasikal',
  kursus: 'klasikal',
  penataran: 'klasikal',
  bimtek: 'klasikal',
  sosialisasi: 'klasikal',
  pertukaran: 'nonklasikal',
  magang: 'nonklasikal',
  benchmarking: 'nonklasikal',
  jarak_jauh: 'nonklasikal',
  coaching: 'nonklasikal',
  mentoring: 'nonklasikal',
  detasering: 'nonklasikal',
  penugasan: 'nonklasikal',
  e_learning: 'nonklasikal',
  belajar_mandiri: 'nonklasikal',
  team_building: 'nonklasikal',
} as const satisfies { readonly [form: string]: TrainingGroup };

export type TrainingForm = keyof typeof groups;

export const trainingForms = Object.keys(groups) as readonly TrainingForm[];

export const groupOf = (form: TrainingForm): TrainingGroup => groups[form];

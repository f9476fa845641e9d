import type { LocalDate } from '../local-date.ts';
import { type Answer, type ElementKey, isAnswer } from '../skm/elements.ts';
import type { PositionGroup } from '../training/ip-asn-rules.ts';

/** What somebody may find they do well or not; the words of each question stand in `locales/`. */
export const skills = [
  'listen',
  'answer_complaints',
  'plain_words',
  'keep_time',
  'protect_data',
  'digital_tools',
  'values',
  'explain_requirements',
  'explain_fees',
  'check_result',
  'own_field',
  'share_knowledge',
  'read_survey',
  'coach_team',
  'plan_work',
] as const;
export type Skill = (typeof skills)[number];

/** The element of the survey that each skill lifts, by which a module is found; none where citizens are not asked about it. */
export const elementOfSkill: { readonly [S in Skill]: ElementKey | null } = {
  listen: 'perilaku',
  answer_complaints: 'pengaduan',
  plain_words: 'prosedur',
  keep_time: 'waktu',
  protect_data: null,
  digital_tools: 'sarana',
  values: 'perilaku',
  explain_requirements: 'persyaratan',
  explain_fees: 'biaya',
  check_result: 'produk',
  own_field: 'kompetensi',
  share_knowledge: null,
  read_survey: 'pengaduan',
  coach_team: 'kompetensi',
  plan_work: 'waktu',
};

const everybody: readonly Skill[] = skills.slice(0, 7);
const further: { readonly [G in PositionGroup]: readonly Skill[] } = {
  struktural: ['read_survey', 'coach_team', 'plan_work'],
  fungsional: ['explain_requirements', 'own_field', 'share_knowledge'],
  pelaksana: ['explain_requirements', 'explain_fees', 'check_result'],
};

/** The ten questions of the yearly self-check, in the order in which they are asked. */
export const selfCheckOf = (position: PositionGroup): readonly Skill[] => [
  ...everybody,
  ...further[position],
];

/** What somebody said of themselves: 1 *belum bisa* to 4 *bisa mengajari*. */
export type SelfCheck = { readonly [S in Skill]?: Answer };

/** Whether all ten are answered, and nothing else. */
export const isWhole = (check: SelfCheck, position: PositionGroup): boolean => {
  const asked = selfCheckOf(position);
  return asked.every((skill) => isAnswer(check[skill])) && Object.keys(check).length === asked.length;
};

/** Once in a calendar year, as training is planned. */
export const selfCheckDue = (last: LocalDate | null, today: LocalDate): boolean =>
  last === null || last.slice(0, 4) < today.slice(0, 4);

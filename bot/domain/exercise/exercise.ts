import type { Sensitivity } from '../category.ts';
import type { LocalDate } from '../local-date.ts';
import type { ReportState } from '../report-state.ts';
import { type Stripped, stripped } from './stripped.ts';
import { tokensOf } from './tokens.ts';

/** Who speaks in a report: whoever wrote it, or the office. */
export type Speaker = 'citizen' | 'office';

/** A report as an exercise is made of it. `category` and `office` are named as people read them, `kelurahan` is as near as it gets. */
export type SolvedReport = {
  state: ReportState;
  sensitive: Sensitivity;
  confidential: boolean;
  category: string;
  office: string;
  kelurahan: string | null;
  /** When it came; an exercise tells the month. */
  on: LocalDate;
  words: string;
  /** What was written to and fro afterwards, in its order. */
  said: readonly { by: Speaker; words: string }[];
};

/** Full names that the service knows: of whoever wrote, and of everybody who works at the offices that had the report. */
export type PeopleKnown = { contact: readonly string[]; staff: readonly string[] };

/** A text of an exercise with the stretches (in letters, from 0) that an officer should look at before it is shown. */
export type ExerciseText = { by: Speaker; text: string; doubts: Stripped['doubts'] };

/** "How would you answer?": the first text is the question, the others are how it was answered then. `month` as `2026-05`. */
export type Exercise = {
  category: string;
  office: string;
  kelurahan: string | null;
  month: string;
  texts: readonly [ExerciseText, ...ExerciseText[]];
  /** `clean`: only words of every day are left. Either way an officer approves it. */
  verdict: 'clean' | 'look';
};

/** Not solved; not meant for other eyes; nothing to answer is left of it. */
export type ExerciseRefusal = 'not_solved' | 'private' | 'too_little';

const solved: readonly ReportState[] = ['selesai'];

/** So many words must be left, blanks aside, for somebody to answer them. */
const leastWords = 4;

/** Makes an exercise of a solved report, without any person in it; reports that few may read are never made into one. */
export const exerciseFrom = (
  report: SolvedReport,
  { contact, staff }: PeopleKnown,
): { exercise: Exercise } | { refused: ExerciseRefusal } => {
  if (!solved.includes(report.state)) return { refused: 'not_solved' };
  if (report.confidential || report.sensitive !== 'none') return { refused: 'private' };
  const said = [{ by: 'citizen' as const, words: report.words }, ...report.said];
  const bare = stripped(
    said.map(({ words }) => words),
    {
      people: [...contact, ...staff],
      keep: [report.office, report.category, ...(report.kelurahan === null ? [] : [report.kelurahan])],
    },
  );
  const [first, ...others] = bare.map((one, nth) => ({ by: said[nth]?.by ?? 'citizen', ...one }));
  const left = tokensOf((first?.text ?? '').replace(/\[[^\]]*\]/g, ' '));
  if (!first || left.length < leastWords) return { refused: 'too_little' };
  const texts: Exercise['texts'] = [first, ...others.filter(({ text }) => text !== '')];
  return {
    exercise: {
      category: report.category,
      office: report.office,
      kelurahan: report.kelurahan,
      month: report.on.slice(0, 7),
      texts,
      verdict: texts.some(({ doubts }) => doubts.length > 0) ? 'look' : 'clean',
    },
  };
};

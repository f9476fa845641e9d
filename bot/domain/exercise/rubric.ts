/** What a good answer to a citizen has: it greets, says which office speaks, names a day, and uses plain words. */
export const rubric = ['greeting', 'office', 'date', 'plain'] as const;
export type RubricLine = (typeof rubric)[number];

/** What somebody said of an answer, line by line: the learner of their own, a colleague of the learner's. */
export type Marks = { readonly [line in RubricLine]: boolean };

/** Why a line is met or not. */
export type RubricReason =
  | 'greets'
  | 'no-greeting'
  | 'names-office'
  | 'no-office'
  | 'names-date'
  | 'past-date'
  | 'only-soon'
  | 'no-date'
  | 'plain'
  | 'office-words'
  | 'long-sentence'
  | 'shouted'
  | 'empty';

/** One line as it was judged; `words` are those that a citizen would not use. */
export type Scored = { met: boolean; why: RubricReason; words?: readonly string[] };

export type Score = { readonly [line in RubricLine]: Scored };

/** How two people see one line: agreed, or worth talking about. */
export type Seen = 'both-met' | 'both-missed' | 'only-learner' | 'only-colleague';

const seen = (learner: boolean, colleague: boolean): Seen => {
  if (learner) return colleague ? 'both-met' : 'only-learner';
  return colleague ? 'only-colleague' : 'both-missed';
};

/** The marks of the learner and of a colleague beside each other. What they see differently is what they talk about. */
export const compareMarks = (learner: Marks, colleague: Marks) => {
  const lines = rubric.map((line) => ({ line, seen: seen(learner[line], colleague[line]) }));
  return {
    lines,
    agreed: lines.filter((one) => one.seen === 'both-met' || one.seen === 'both-missed').length,
    talk: lines
      .filter((one) => one.seen === 'only-learner' || one.seen === 'only-colleague')
      .map(({ line }) => line),
  };
};

/** What the service found, as marks: a third opinion, which decides nothing. */
export const marksOf = (score: Score): Marks => ({
  greeting: score.greeting.met,
  office: score.office.met,
  date: score.date.met,
  plain: score.plain.met,
});

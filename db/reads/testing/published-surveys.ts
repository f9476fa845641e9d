import vectors from '../../../bot/domain/fixtures/skm-vectors.json' with { type: 'json' };
import { elements } from '../../../bot/domain/skm/elements.ts';
import type { WeightConvention } from '../../../bot/domain/skm/ikm.ts';
import { type QuestionOrder, questionNumber } from '../../../bot/domain/skm/question-order.ts';

/** A survey whose forms are known: nine digits a person, a dash for a blank, in `order`; and what must come out of it. */
export type KnownSurvey = {
  id: string;
  order: QuestionOrder;
  rows: readonly string[];
  expected: { readonly [C in WeightConvention]?: { ikm: string; grade: string } };
};

const plain = ({ ikm, grade }: { ikm: string; grade: string }) => ({ ikm, grade });

/** So many people whose answers to each question come to `sums`. */
const peopleOf = (count: number, sums: readonly number[]): string[] =>
  Array.from({ length: count }, (_, person) =>
    sums.map((sum) => Math.floor(sum / count) + (person < sum % count ? 1 : 0)).join(''),
  );

const ofTotal = (count: number, total: number): string[] =>
  peopleOf(
    count,
    elements.map((_, at) => Math.floor((total + at) / elements.length)),
  );

const { averages, respondentRows, blankAnswers, sums, floatTraps, weightChangesGrade } = vectors;

/** Averages of two decimals at most are those of a hundred people; of whole numbers, of one. */
const ofAverages = (nrr: readonly string[]): string[] => {
  const whole = nrr.every((average) => /^\d$/.test(average));
  return peopleOf(
    whole ? 1 : 100,
    nrr.map((average) => Math.round(Number(average) * (whole ? 1 : 100))),
  );
};

const gaspul = [...elements].sort(
  (a, b) => questionNumber(a, 'questionnaire') - questionNumber(b, 'questionnaire'),
);

/** For tests: every survey of the domain's vectors as forms that people could have filled in. */
export const knownSurveys: readonly KnownSurvey[] = [
  ...averages.map(({ id, nrr, expected: { exact, w011 } }) => ({
    id,
    order: 'list' as const,
    rows: ofAverages(nrr),
    expected: { exact: plain(exact), printed_0_11: plain(w011) },
  })),
  {
    id: respondentRows.id,
    order: 'list',
    rows: respondentRows.rows,
    expected: {
      exact: plain(respondentRows.expected.exact),
      printed_0_11: plain(respondentRows.expected.w011),
    },
  },
  {
    id: blankAnswers.id,
    order: 'list',
    rows: blankAnswers.rows,
    expected: { exact: plain(blankAnswers.expected) },
  },
  {
    id: sums.id,
    order: 'questionnaire',
    rows: peopleOf(
      sums.respondents,
      gaspul.map((element) => sums.sums[element]),
    ),
    expected: { exact: plain(sums.expected.exact), printed_0_11: plain(sums.expected.w011) },
  },
  ...floatTraps.map(({ n, total, weight, ...one }) => ({
    id: `TRAP-${n}-${total}`,
    order: 'list' as const,
    rows: ofTotal(n, total),
    expected: { [weight === 'exact' ? 'exact' : 'printed_0_11']: plain(one) },
  })),
  ...weightChangesGrade.map(({ n, total, exact, w011 }) => ({
    id: `WEIGHT-${n}-${total}`,
    order: 'list' as const,
    rows: ofTotal(n, total),
    expected: { exact: plain(exact), printed_0_11: plain(w011) },
  })),
];

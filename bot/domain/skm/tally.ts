import { type Answers, type ElementKey, elements, isAnswer } from './elements.ts';

/** What was answered about one element: how many answered, and their answers added up. */
export type Heap = { readonly sum: number; readonly count: number };

/**
 * All that the index needs of many forms. A blank leaves the count of its own element only: it is never 0, and answers
 * are not pooled over elements. `respondents` gave at least one answer.
 */
export type Tally = {
  readonly respondents: number;
  readonly elements: { readonly [E in ElementKey]: Heap };
};

/** The tally of forms; an answer that is not 1 to 4 throws, for it should have been refused where it came in. */
export function tally(forms: readonly Answers[]): Tally {
  const given = forms.filter((form) => elements.some((element) => form[element] !== undefined));
  return { respondents: given.length, elements: ofEach((element) => heap(element, given)) };
}

/** Several tallies as one: an office is reckoned from all its answers, not from the indices of its services. */
export const pooled = (tallies: readonly Tally[]): Tally => ({
  respondents: total(tallies.map(({ respondents }) => respondents)),
  elements: ofEach((element) => ({
    sum: total(tallies.map((one) => one.elements[element].sum)),
    count: total(tallies.map((one) => one.elements[element].count)),
  })),
});

function heap(element: ElementKey, forms: readonly Answers[]): Heap {
  const answers = forms.map((form) => form[element]).filter((answer) => answer !== undefined);
  const wrong = answers.find((answer) => !isAnswer(answer));
  if (wrong !== undefined) throw new RangeError(`an answer about ${element} is 1 to 4, not ${wrong}`);
  return { sum: total(answers), count: answers.length };
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

const ofEach = (make: (element: ElementKey) => Heap): Tally['elements'] => ({
  persyaratan: make('persyaratan'),
  prosedur: make('prosedur'),
  waktu: make('waktu'),
  biaya: make('biaya'),
  produk: make('produk'),
  kompetensi: make('kompetensi'),
  perilaku: make('perilaku'),
  pengaduan: make('pengaduan'),
  sarana: make('sarana'),
});

/**
 * The nine elements (*unsur*) of the survey in the order of their list (PermenPANRB 14/2017), which is also the order of
 * columns in exports. Answers are kept by these keys, never by number: the questionnaire swaps the last two.
 */
export const elements = [
  'persyaratan',
  'prosedur',
  'waktu',
  'biaya',
  'produk',
  'kompetensi',
  'perilaku',
  'pengaduan',
  'sarana',
] as const;
export type ElementKey = (typeof elements)[number];

export const isElement = (text: string): text is ElementKey => (elements as readonly string[]).includes(text);

/** The number in the list of elements, U1 to U9. */
export const listNumber = (element: ElementKey): number => elements.indexOf(element) + 1;

/** Where the languages keep the official name. */
export const elementName = (element: ElementKey) => `skm.element.${element}` as const;

/** What the four answers a to d are worth; there is no 5. Not the `Score` of a solved report, which stays out of the index. */
export const scale = [1, 2, 3, 4] as const;
export type Answer = (typeof scale)[number];

export const isAnswer = (value: unknown): value is Answer => (scale as readonly unknown[]).includes(value);

/** One person's answers; an element that was left blank is not in it. */
export type Answers = { readonly [E in ElementKey]?: Answer | undefined };

import { type Answer, type Answers, type ElementKey, elements, isElement, scale } from './elements.ts';

/**
 * In which order questions are asked or columns printed. `list` puts complaints 8th and facilities 9th, `questionnaire`
 * (the official form) facilities 8th and complaints 9th; offices publish in both, so that nobody may guess it.
 */
export type QuestionOrder = 'list' | 'questionnaire' | readonly ElementKey[];

const questionnaire = [
  ...elements.filter((element) => element !== 'pengaduan' && element !== 'sarana'),
  'sarana',
  'pengaduan',
] as const satisfies readonly ElementKey[];

/** The nine keys in that order; an order of one's own that does not hold each exactly once throws. */
export function inOrder(order: QuestionOrder): readonly ElementKey[] {
  if (order === 'list') return elements;
  if (order === 'questionnaire') return questionnaire;
  if (!isWhole(order)) throw new RangeError(`each of the nine elements exactly once, not: ${order}`);
  return order;
}

/** An order as a setting or an import says it: `list`, `questionnaire`, or the nine keys with commas; `undefined` is none. */
export function readQuestionOrder(text: string): QuestionOrder | undefined {
  const said = text.trim().toLowerCase();
  if (said === 'list' || said === 'questionnaire') return said;
  const keys = said.split(',').map((key) => key.trim());
  return keys.every(isElement) && isWhole(keys) ? keys : undefined;
}

/** The number of an element's question, from 1. */
export const questionNumber = (element: ElementKey, order: QuestionOrder): number =>
  inOrder(order).indexOf(element) + 1;

/**
 * A row of nine cells, 1 to 4, or empty or a dash for no answer. `undefined` when there are not nine, or one holds
 * something else: a row is taken wholly or not at all.
 */
export function answersInOrder(cells: readonly string[], order: QuestionOrder): Answers | undefined {
  const keys = inOrder(order);
  if (cells.length !== keys.length) return undefined;
  const answers: { [E in ElementKey]?: Answer } = {};
  for (const [at, key] of keys.entries()) {
    const cell = cells[at]?.trim() ?? '';
    if (cell === '' || cell === '-') continue;
    const answer = scale.find((worth) => String(worth) === cell);
    if (answer === undefined) return undefined;
    answers[key] = answer;
  }
  return answers;
}

function isWhole(order: readonly ElementKey[]): boolean {
  return order.length === elements.length && elements.every((element) => order.includes(element));
}

import { fieldOf } from './field-of.ts';
import { itemsOf, judgeItems } from './items.ts';
import { judgeChoices } from './judge-choices.ts';
import type { Question } from './module.ts';
import type { Note } from './module-faults.ts';
import { limits } from './module-limits.ts';
import { type Section, stepId } from './sections.ts';
import { told } from './told.ts';

/** Reads a question of the quiz: two to four choices with a box each, one crossed, and why it is right or wrong. */
export const readQuestion = ({ title, line, lines }: Section, note: Note): Question => {
  const items = itemsOf(lines);
  judgeItems(items, ['benar', 'salah'], note);
  const words = items.flatMap((item) => (item.kind === 'words' ? item.lines : []));
  const heading = { text: title, number: line };
  const ask = told([heading, { text: '', number: line }, ...words], limits.ask, note);

  const boxes = items.filter((item) => item.kind === 'choice');
  const choices = boxes.map((item) => ({
    text: told(item.lines, limits.choice, note),
    line: item.line,
    box: item.box,
  }));
  judgeChoices(choices, line, note);
  for (const { box, line: at } of choices) if (box === 'none') note(at, 'choice-form');
  const right = choices.filter(({ box }) => box === 'right');
  if (choices.length > 0 && right.length === 0) note(line, 'right-none');
  for (const { line: at } of right.slice(1)) note(at, 'right-many');

  return {
    kind: 'question',
    id: stepId(title),
    ask,
    choices: choices.map(({ text }) => text),
    right: choices.findIndex(({ box }) => box === 'right'),
    whyRight: fieldOf(items, 'benar', line, note),
    whyWrong: fieldOf(items, 'salah', line, note),
  };
};

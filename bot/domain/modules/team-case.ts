import { berakhlak, type CoreValue, isCoreValue } from '../award/berakhlak.ts';
import { fieldOf } from './field-of.ts';
import { linesOf, readFrontMatter } from './front-matter.ts';
import { choicesIn, type FieldLabel, type Item, itemsOf, judgeItems } from './items.ts';
import { judgeChoices } from './judge-choices.ts';
import { judgeTitle, judgeTitles } from './judge-title.ts';
import { inLineOrder, type ModuleFault, type Note, noting } from './module-faults.ts';
import { limits } from './module-limits.ts';
import { type Section, sectionsOf, stepId } from './sections.ts';
import { told } from './told.ts';

/** A case of the week for a team to discuss in its group: one value, what each choice leads to, and a question to talk about. */
export type TeamCase = {
  id: string;
  title: string;
  value: CoreValue;
  text: string;
  choices: readonly { label: string; consequence: string }[];
  discuss: string;
};

const kindName = 'jenis';
const kindWord = 'kasus-mingguan';

/** Whether a file says of itself that it holds cases of the week and no module. */
export const holdsTeamCases = (file: string): boolean =>
  new RegExp(`^${kindName}:\\s*["']?${kindWord}["']?\\s*$`, 'm').test(
    file
      .split(/\r\n|\r|\n/)
      .slice(0, 20)
      .join('\n'),
  );

const lineOf = (items: readonly Item[], label: FieldLabel): number | undefined =>
  items.find((item) => item.kind === 'field' && item.label === label)?.line;

const readTeamCase = ({ title, line, lines }: Section, note: Note): TeamCase => {
  const items = itemsOf(lines);
  judgeItems(items, ['nilai', 'akibat', 'bahas'], note);
  const words = items.flatMap((item) => (item.kind === 'words' ? item.lines : []));
  if (words.length === 0) note(line, 'empty');
  judgeTitle(title, line, note);
  const value = fieldOf(items, 'nilai', line, note).toLowerCase().replace(/ /g, '_');
  const named = isCoreValue(value) ? value : undefined;
  if (value !== '' && !named) note(lineOf(items, 'nilai') ?? line, 'choice', { text: berakhlak.join(', ') });
  const choices = choicesIn(items).map(({ item, said }) => ({
    label: told(item.lines, limits.choice, note),
    consequence: fieldOf(said, 'akibat', item.line, note),
    line: item.line,
  }));
  judgeChoices(
    choices.map((choice) => ({ text: choice.label, line: choice.line })),
    line,
    note,
  );
  return {
    id: stepId(title),
    title,
    value: named ?? 'berorientasi_pelayanan',
    text: told(words, limits.message, note),
    choices: choices.map(({ label, consequence }) => ({ label, consequence })),
    discuss: fieldOf(items, 'bahas', line, note),
  };
};

/** Reads the cases of the week, in the order in which the weeks take them, or names all their faults. */
export const readTeamCases = (
  file: string,
): { cases: readonly TeamCase[] } | { faults: readonly ModuleFault[] } => {
  const { faults, note } = noting();
  const { body, end } = readFrontMatter(linesOf(file), [kindName], note);
  const sections = sectionsOf(body, ['case'], note);
  const cases = sections.map((section) => readTeamCase(section, note));
  judgeTitles(
    sections,
    cases.map(({ id }) => id),
    note,
  );
  if (cases.length === 0) note(end, 'no-case');
  return faults.length > 0 ? { faults: inLineOrder(faults) } : { cases };
};

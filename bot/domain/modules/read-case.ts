import { judgeBranches } from './branches.ts';
import { fieldOf } from './field-of.ts';
import type { Line } from './front-matter.ts';
import { choicesIn, itemsOf, judgeItems } from './items.ts';
import { judgeChoices } from './judge-choices.ts';
import { judgeTitle } from './judge-title.ts';
import type { Case, SceneChoice } from './module.ts';
import type { Note } from './module-faults.ts';
import { limits } from './module-limits.ts';
import { type Section, stepId } from './sections.ts';
import { told } from './told.ts';

/** The name of the scene that begins a case; nobody has to write it. */
export const firstScene = 'awal';

/** A scene with the lines on which it and its choices stand. */
export type ReadScene = {
  name: string;
  line: number;
  text: string;
  choices: readonly (SceneChoice & { line: number })[];
};

type RawScene = { name: string; line: number; lines: Line[] };

const rawScenes = ({ line, lines }: Section, note: Note): RawScene[] => {
  const first: RawScene = { name: firstScene, line, lines: [] };
  const scenes = [first];
  let open = first;
  for (const one of lines) {
    const heading = /^##(?!#)\s*(.*)$/.exec(one.text)?.[1];
    if (heading === undefined) {
      open.lines.push(one);
      continue;
    }
    const before = scenes.find(({ name }) => name === heading);
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(heading)) note(one.number, 'scene-name');
    else if (before) note(one.number, 'twice', { label: heading, number: before.line });
    open = { name: heading, line: one.number, lines: [] };
    scenes.push(open);
  }
  return scenes;
};

const readScene = ({ name, line, lines }: RawScene, note: Note): ReadScene => {
  const items = itemsOf(lines);
  judgeItems(items, ['akibat', 'lanjut'], note);
  const words = items.flatMap((item) => (item.kind === 'words' ? item.lines : []));
  if (words.length === 0) note(line, 'empty');
  const choices = choicesIn(items).map(({ item, said }) => ({
    label: told(item.lines, limits.choice, note),
    consequence: fieldOf(said, 'akibat', item.line, note),
    next: fieldOf(said, 'lanjut', item.line, note),
    line: item.line,
  }));
  if (choices.length > 0)
    judgeChoices(
      choices.map((choice) => ({ text: choice.label, line: choice.line })),
      line,
      note,
    );
  return { name, line, text: told(words, limits.message, note), choices };
};

/** Reads a case that branches: scenes with `##`, choices with `Akibat:` and `Lanjut:`, every way to an end. */
export const readCase = (section: Section, note: Note): Case => {
  const scenes = rawScenes(section, note).map((scene) => readScene(scene, note));
  judgeBranches(scenes, note);
  judgeTitle(section.title, section.line, note);
  return {
    kind: 'case',
    id: stepId(section.title),
    title: section.title,
    scenes: scenes.map(({ name, text, choices }) => ({
      name,
      text,
      choices: choices.map(({ label, consequence, next }) => ({ label, consequence, next })),
    })),
  };
};

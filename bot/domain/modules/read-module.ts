import { linesOf, readFrontMatter } from './front-matter.ts';
import { judgeTitles } from './judge-title.ts';
import type { Module, Step } from './module.ts';
import { inLineOrder, type ModuleFault, type Note, noting } from './module-faults.ts';
import { headNames, readHead } from './module-head.ts';
import { type FilesBeside, readCard } from './read-card.ts';
import { readCase } from './read-case.ts';
import { readQuestion } from './read-question.ts';
import { readingMinutes } from './reading-time.ts';
import { type Section, sectionsOf } from './sections.ts';

/** What a file came to: a module, or everything that is wrong with it. */
export type ReadModule = { module: Module } | { faults: readonly ModuleFault[] };

const readStep = (section: Section, beside: FilesBeside, note: Note): Step => {
  switch (section.kind) {
    case 'card':
      return readCard(section, beside, note);
    case 'question':
      return readQuestion(section, note);
    case 'case':
      return readCase(section, note);
    default:
      return section.kind satisfies never;
  }
};

/**
 * Reads a module that somebody wrote without code, and names all its faults at once. `beside` are the pictures in the same
 * folder. Markdown is read in the small part that chat can show, so a library of the whole would only have to be refused again.
 */
export const readModule = (file: string, beside: FilesBeside = new Map()): ReadModule => {
  const { faults, note } = noting();
  const matter = readFrontMatter(linesOf(file), headNames, note);
  const head = readHead(matter, note);
  const sections = sectionsOf(matter.body, ['card', 'question', 'case'], note);
  const steps = sections.map((section) => readStep(section, beside, note));
  judgeTitles(
    sections,
    steps.map(({ id }) => id),
    note,
  );
  const holds = (kind: Step['kind']) => steps.some((step) => step.kind === kind);
  if (!holds('card')) note(matter.end, 'no-card');
  if (!holds('question')) note(matter.end, 'no-question');
  const needed = readingMinutes(steps);
  if (head.minutes > 0 && needed > head.minutes)
    note(matter.entries.get('menit')?.number ?? matter.end, 'minutes-short', { count: needed });
  return faults.length > 0 ? { faults: inLineOrder(faults) } : { module: { ...head, steps } };
};

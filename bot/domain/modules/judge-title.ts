import type { Note } from './module-faults.ts';
import { limits } from './module-limits.ts';
import type { Section } from './sections.ts';

/** A title is shown strong as a whole and stands in lists, so it is short and holds no signs of its own. */
export const judgeTitle = (title: string, line: number, note: Note): void => {
  if (title.length > limits.title) note(line, 'long', { max: limits.title });
  if (/[*`]/.test(title)) note(line, 'mark');
};

/** Notes titles that two steps have: a step is known by its title. */
export const judgeTitles = (sections: readonly Section[], ids: readonly string[], note: Note): void => {
  sections.forEach(({ title, line }, at) => {
    const before = sections[ids.indexOf(ids[at] ?? '')];
    if (title !== '' && before && before.line !== line)
      note(line, 'twice', { label: title, number: before.line });
  });
};

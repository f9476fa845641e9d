import type { Line } from './front-matter.ts';
import type { Note } from './module-faults.ts';

/** The parts of a module's body, by the word behind their `#`. */
export const sectionKinds = { kartu: 'card', soal: 'question', kasus: 'case' } as const;
export type SectionKind = (typeof sectionKinds)[keyof typeof sectionKinds];

/** `line` is that of its heading. */
export type Section = { kind: SectionKind; title: string; line: number; lines: Line[] };

const kindNamed = (word: string): SectionKind | undefined =>
  Object.hasOwn(sectionKinds, word) ? sectionKinds[word as keyof typeof sectionKinds] : undefined;

/** Cuts the body at its `# Kartu:`, `# Soal:` and `# Kasus:`. A part of an unknown kind is left out, once it is named. */
export const sectionsOf = (
  body: readonly Line[],
  kinds: readonly SectionKind[],
  note: Note,
): readonly Section[] => {
  const sections: Section[] = [];
  let open: Section | 'unknown' | undefined;
  for (const line of body) {
    const heading = /^#(?!#)\s*(.*)$/.exec(line.text)?.[1];
    if (heading !== undefined) {
      const [, word = '', title = ''] = /^(\p{L}+)\s*:?\s*(.*)$/u.exec(heading) ?? [];
      const kind = kindNamed(word.toLowerCase());
      if (kind && kinds.includes(kind)) {
        open = { kind, title, line: line.number, lines: [] };
        sections.push(open);
        if (title === '') note(line.number, 'title');
      } else {
        open = 'unknown';
        note(line.number, 'section', { text: line.text });
      }
    } else if (open === undefined) {
      if (line.text !== '') {
        note(line.number, 'outside');
        open = 'unknown';
      }
    } else if (open !== 'unknown') open.lines.push(line);
  }
  return sections;
};

/** The name of a step, made of its title. */
export const stepId = (title: string): string =>
  title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);

import { awardBulletin } from './award-bulletin.ts';
import { competenceSheet } from './competence-sheet.ts';
import type { Asked, ExportKind } from './export-kind.ts';
import { skillsSheet } from './skills-sheet.ts';
import { skmSheet } from './skm-sheet.ts';
import { trainingResultsSheet } from './training-results-sheet.ts';
import { trainingSheet } from './training-sheet.ts';
import { unreachedSheet } from './unreached-sheet.ts';

/** The printers are loaded when something is printed: no other command waits for them. */
const results = (format: 'pdf' | 'svg') => async (asked: Asked) =>
  (await import('../results/print-results.ts')).printResults(format)(asked);
const posters = (format: 'pdf' | 'svg' | 'png') => async (asked: Asked) =>
  (await import('../posters/print-posters.ts')).printPosters(format)(asked);
const stories = async (asked: Asked) =>
  (await import('../certificates/print-stories.ts')).printStories(asked);

/** Everything that `pendopo export` writes: kinds by their formats. */
export const exportKinds: { readonly [kind: string]: ExportKind } = {
  skm: {
    asks: 'export-skm',
    formats: { csv: skmSheet('csv'), xlsx: skmSheet('xlsx'), pdf: results('pdf'), svg: results('svg') },
  },
  training: { asks: 'export-training', formats: { csv: trainingSheet('csv'), xlsx: trainingSheet('xlsx') } },
  competence: {
    asks: 'export-training',
    formats: { csv: competenceSheet('csv'), xlsx: competenceSheet('xlsx') },
  },
  unreachable: {
    asks: 'export-training',
    formats: { csv: unreachedSheet('csv'), xlsx: unreachedSheet('xlsx') },
  },
  skills: { asks: 'plan-training', formats: { csv: skillsSheet('csv'), xlsx: skillsSheet('xlsx') } },
  'training-results': {
    asks: 'plan-training',
    formats: { csv: trainingResultsSheet('csv'), xlsx: trainingResultsSheet('xlsx') },
  },
  'award-story': { asks: 'export-award', formats: { png: stories } },
  award: { asks: 'export-award', formats: { json: awardBulletin } },
  posters: { asks: 'export-skm', formats: { pdf: posters('pdf'), svg: posters('svg'), png: posters('png') } },
};

import type { Asked, ExportKind } from './export-kind.ts';
import { skmSheet } from './skm-sheet.ts';

/** The printers are loaded when something is printed: no other command waits for them. */
const results = (format: 'pdf' | 'svg') => async (asked: Asked) =>
  (await import('../results/print-results.ts')).printResults(format)(asked);
const posters = (format: 'pdf' | 'svg' | 'png') => async (asked: Asked) =>
  (await import('../posters/print-posters.ts')).printPosters(format)(asked);

/** Everything that `pendopo export` writes: kinds by their formats. */
export const exportKinds: { readonly [kind: string]: ExportKind } = {
  skm: {
    asks: 'export-skm',
    formats: { csv: skmSheet('csv'), xlsx: skmSheet('xlsx'), pdf: results('pdf'), svg: results('svg') },
  },
  posters: { asks: 'export-skm', formats: { pdf: posters('pdf'), svg: posters('svg'), png: posters('png') } },
};

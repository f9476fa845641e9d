import { describe, expect, test } from 'vitest';
import type { Answers } from './elements.ts';
import { strongestAndWeakest } from './strongest-and-weakest.ts';
import { tally } from './tally.ts';

const all = (answer: 1 | 2 | 3 | 4): Answers => ({
  persyaratan: answer,
  prosedur: answer,
  waktu: answer,
  biaya: answer,
  produk: answer,
  kompetensi: answer,
  perilaku: answer,
  pengaduan: answer,
  sarana: answer,
});

describe('what an office is praised and blamed for', () => {
  test('three elements at either end, the outermost first', () => {
    const form: Answers = { ...all(3), waktu: 1, sarana: 2, biaya: 4 };
    expect(strongestAndWeakest(tally([form, { ...all(3), biaya: 4, perilaku: 4 }]))).toEqual({
      strongest: ['biaya', 'perilaku', 'persyaratan'],
      weakest: ['waktu', 'sarana', 'pengaduan'],
    });
  });

  test('nothing is named where all are alike, or nobody answered', () => {
    expect(strongestAndWeakest(tally([all(4)]))).toEqual({ strongest: [], weakest: [] });
    expect(strongestAndWeakest(tally([]))).toEqual({ strongest: [], weakest: [] });
  });

  test('of few elements none is at both ends', () => {
    expect(strongestAndWeakest(tally([{ waktu: 1, biaya: 4, sarana: 3 }]))).toEqual({
      strongest: ['biaya'],
      weakest: ['waktu'],
    });
  });
});

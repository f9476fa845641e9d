import type {
  ExerciseHead,
  ExerciseReads,
  OwnAnswer,
  TextShown,
} from '../../domain/exercise/exercise-reads.ts';

const head = (id: number): ExerciseHead => ({
  id,
  category: 'Pemberdayaan Perempuan dan Perlindungan Anak',
  office: 'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana',
  kelurahan: 'Kutowinangun Kidul',
  month: '2026-09',
});

/** As long as an exercise may be, with blanks and doubtful words in it. */
const long = 'Lampu di [alamat] kata grendolin mati, lapor ke [telepon]. '.repeat(15);

const text = (by: TextShown['by']): TextShown => ({ by, text: long, doubts: [{ at: 23, end: 32 }] });

const since = [text('office'), text('citizen'), text('office'), text('citizen'), text('office')];

const mine: { readonly [id: number]: OwnAnswer } = { 15: 'kept', 17: 'asked', 18: 'scored' };

/** What the database might answer about exercises, with texts as long as they may be. */
export const exerciseReads: ExerciseReads = {
  exerciseDesk: async () => ({
    learns: true,
    next: 16,
    open: 12,
    answered: 40,
    toScore: 11,
    waiting: 5,
  }),
  exerciseTask: async (id) => (id === 0 ? null : { ...head(id), text: long, since, mine: mine[id] ?? null }),
  exerciseToJudge: async (id) => ({ ...head(id || 12), texts: [text('citizen'), ...since], waiting: 5 }),
  colleagueAnswer: async (id) =>
    id === 0 ? null : { ...head(3), answer: id, text: long, words: 'Selamat pagi, Bapak/Ibu. '.repeat(32) },
};

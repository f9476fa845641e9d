import { type TrainingForm, trainingForms } from './training-form.ts';

/** What else offices call a form, in small letters with one blank between words. */
const names: { readonly [form in TrainingForm]?: readonly string[] } = {
  tugas_belajar: ['pendidikan formal', 'pendidikan lanjutan', 'izin belajar', 'ijin belajar', 'tubel'],
  struktural: ['kepemimpinan', 'diklatpim', 'pkn', 'pka', 'pkp'],
  teknis: ['technical'],
  sosial_kultural: ['sosio kultural', 'sosiokultural', 'sosialkultural'],
  seminar: ['konferensi', 'konperensi', 'sarasehan', 'simposium', 'webinar'],
  workshop: ['lokakarya', 'work shop'],
  kursus: ['course'],
  bimtek: ['bimbingan teknis', 'bintek'],
  pertukaran: ['pertukaran pegawai'],
  magang: ['praktik kerja', 'praktek kerja', 'internship'],
  benchmarking: ['study visit', 'studi banding', 'studi tiru', 'benchmark'],
  jarak_jauh: ['pjj', 'distance learning'],
  coaching: ['coach'],
  mentoring: ['mentor'],
  penugasan: ['program prioritas'],
  e_learning: ['elearning', 'mooc', 'pembelajaran elektronik'],
  belajar_mandiri: ['pembelajaran mandiri', 'self learning'],
  team_building: ['teambuilding', 'outbound'],
};

/** Longest first, so that *bimbingan teknis* is no *teknis*. */
const known = trainingForms
  .flatMap((form) => [form.replaceAll('_', ' '), ...(names[form] ?? [])].map((name) => ({ name, form })))
  .sort((one, other) => other.name.length - one.name.length)
  .map(({ name, form }) => ({ form, words: new RegExp(`(?<= )${name}(?= )`, 'g') }));

/**
 * The form a personnel file means, however it writes it: `Bimtek`, *Diklat Teknis Kearsipan*, `E-Learning`. Without a
 * known word, or with words of two forms, `undefined`: the form is then asked, never guessed.
 */
export const readTrainingForm = (text: string): TrainingForm | undefined => {
  let rest = ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  const found = new Set<TrainingForm>();
  for (const { words, form } of known) {
    if (rest.search(words) < 0) continue;
    found.add(form);
    rest = rest.replace(words, '|');
  }
  const [only] = found;
  return found.size === 1 ? only : undefined;
};

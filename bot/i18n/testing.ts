import { type Blanks, literal, say, type Text } from '../conversation/reply.ts';
import type { TextKey } from './keys.ts';
import { type Language, languages } from './languages.ts';
import { withoutMarks } from './marks.ts';
import { translate } from './translate.ts';

/** Every key, in the order of the source. */
export const keys = Object.keys(languages.id) as TextKey[];

/** Every language that we speak. */
export const spoken = Object.keys(languages) as Language[];

/** The blanks of a sentence, each once. */
export const blanksOf = (sentence: string) => [...new Set(sentence.match(/\{[^}]*\}/g) ?? [])].sort();

/** Shown on a button or as a row of a list: 20 characters are what the tightest channel holds (WhatsApp buttons). */
export const isLabel = (key: string) =>
  /^(button|report\.title|skm\.(sex|age|education|work))\./.test(key) ||
  /^(identity\.(biasa|tertutup)|similar\.(follow|follow-nth|new)|place\.(none-of-these|send-anyway|other)|danger\.go-on)$/.test(
    key,
  );

const longestOf = (language: Language, prefix: string): Text =>
  say(
    keys
      .filter((key) => key.startsWith(prefix) && blanksOf(languages[language][key]).length === 0)
      .reduce((longest, key) =>
        languages[language][key].length > languages[language][longest].length ? key : longest,
      ),
  );

const region = 'Kutowinangun Kidul, Tingkir';
const unit = literal(
  'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana',
);

/** What may stand in a blank at its longest: names of the seeded cities, 160 letters of a person's own words. */
const longestBlanks = (language: Language, key: TextKey): { readonly [blank: string]: Blanks[string] } => {
  const state = longestOf(language, 'state.');
  const line = say('similar.line', { metres: 150, age: say('age.days', { days: 30 }), state });
  const hours = say('hours.days', {
    from: longestOf(language, 'date.day.'),
    to: longestOf(language, 'date.day.'),
    opens: '07.30',
    closes: '16.00',
  });
  const event = say('track.event', { date: { date: '2026-11-25' }, what: say('event.forward', { unit }) });
  return {
    state,
    unit,
    hours: { join: [hours, hours], by: '; ' },
    list: { join: [line, line, line], by: '\n' },
    timeline: event,
    main: 'SWL-7K4PQ2',
    name: 'Ibu Sri',
    example: 'lampu jalan mati',
    service: 'Sapa Pematangsiantar',
    agency: 'Pemerintah Kota Pematangsiantar',
    address: 'Jl. Contoh No. 100, Pematangsiantar',
    link: 'https://pematangsiantar.example/privasi',
    email: 'sapa@pematangsiantar.example',
    phone: '0622-000101',
    inspectorate: 'Inspektorat Daerah Kota Pematangsiantar',
    ombudsman: 'Ombudsman RI 137',
    text: '0622-000112',
    emergency: '112',
    number: '112',
    police: '110',
    sapa: '129',
    ticket: 'SLT-7K4PQ2',
    code: '7K4P-Q2ZX-M09AB',
    channel: longestOf(language, 'channel.'),
    prefix: 'SLT',
    letter: 'D',
    date: { date: '2026-11-25' },
    value: '100,00',
    percent: '100,0',
    grade: longestOf(language, 'skm.performance.'),
    weekday: 'Minggu',
    day: longestOf(language, 'date.day.'),
    month: 'Nov',
    year: 2028,
    until: { date: '2028-11-25', year: true },
    period: '30 hari',
    role: longestOf(language, 'own-data.role.'),
    language: 'Bahasa Indonesia',
    from: 'Senin',
    to: 'Jumat',
    opens: '07.30',
    closes: '16.00',
    days: 30,
    when: say('remind.tomorrow', { date: { date: '2026-11-25' } }),
    tickets: `${Array.from({ length: 10 }, () => 'SLT-7K4PQ2').join(', ')} …`,
    open: 1000,
    late: 1000,
    waiting: 1000,
    solved: 1000,
    timely: 1000,
    answered: 1000,
    seconds: 600,
    metres: 150,
    age: say('age.days', { days: 30 }),
    provider: 'Badan Pengembangan Sumber Daya Manusia Daerah Provinsi',
    form: longestOf(language, 'training.form.'),
    paper: '893.3/0123/BKPSDM-PIM.IV/2026',
    status: longestOf(language, 'certificate.status.'),
    weeks: 51,
    parts: { join: [longestOf(language, 'competence.'), longestOf(language, 'competence.')], by: ', ' },
    nth: 3,
    count: 3,
    position: 'Analis Sumber Daya Manusia Aparatur Ahli Madya',
    kinerja: 100,
    disiplin: 100,
    inovasi: 100,
    perilaku: 100,
    kompetensi: 100,
    values: 'Berorientasi Pelayanan, Akuntabel, Kompeten, Harmonis, Loyal, Adaptif, Kolaboratif',
    max: 4000,
    page: 10,
    pages: 10,
    cards: 100,
    right: 12,
    needed: 12,
    questions: 100,
    cases: 100,
    minutes: 60,
    what: say('event.forward', { unit }),
    category: 'Kekerasan & Perundungan',
    group: 'Lingkungan & Keamanan',
    draft: longestOf(language, 'report.draft'),
    label: 'Kekerasan & Perundungan',
    detail: `${'x'.repeat(160)}…`,
    question: `${'x'.repeat(100)}…`,
    words: `${'x'.repeat(160)}…`,
    message: `${'x'.repeat(300)}…`,
    about: 'x'.repeat(200),
    sponsor: 'Badan Pengembangan Sumber Daya Manusia Daerah Provinsi',
    title: 'Pelatihan Kepemimpinan Pengawas bagi Pejabat Struktural Eselon IV',
    jp: '1234,75',
    target: '20',
    done: '1234,75',
    left: say('training-reminder.left.days', { count: 200 }),
    asker: 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
    why: say('training.enrolled.owed'),
    plant: 'Kembang Sepatu',
    bar: '▰▰▰▰▰▰▰▰▰▰',
    people: 10_000,
    behind: 10_000,
    due: 10_000,
    alias: 'Warga Kembang Sepatu 100',
    reason: longestOf(language, 'archive.'),
    photos: say('report.no-photo'),
    place: key.endsWith('.review') ? `${'x'.repeat(160)}… (${region})` : 'x'.repeat(60),
    identity: say('identity.tertutup.means'),
    ...(key === 'report.review' && { phone: say('identity.phone.shared') }),
  };
};

/** A sentence as a person reads it at its longest: every blank filled, no marks. */
export const filled = (language: Language, key: TextKey): string => {
  const longest = longestBlanks(language, key);
  const named = blanksOf(languages[language][key]).map((blank) => {
    const value = longest[blank.slice(1, -1)];
    if (value === undefined) throw new Error(`${key} has a blank ${blank} without a longest example`);
    return [blank.slice(1, -1), value] as const;
  });
  return withoutMarks(translate(language, say(key, Object.fromEntries(named))));
};

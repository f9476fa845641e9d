import type { PlantedReport } from './plant-answered.ts';

const dayMs = 86_400_000;

/** A local day so many days later. */
export const plus = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** Every so-manieth day of a stretch. */
export const daysFrom = (from: string, until: string, step = 1): string[] => {
  const days = [];
  for (let day = from; day <= until; day = plus(day, step)) days.push(day);
  return days;
};

/** The last day of the half-year that is played. */
export const lastDay = '2027-06-15';

const complaint = (unit: string, came: string): PlantedReport => ({
  unit,
  kind: 'pengaduan',
  came,
  promised: plus(came, 5),
  answered: plus(came, 2),
});

const question = (came: string, answered: number | null): PlantedReport => ({
  unit: 'dinas_kesehatan',
  kind: 'permintaan_informasi',
  came,
  promised: plus(came, 5),
  answered: answered === null ? null : plus(came, answered),
});

/** Complaints about street lamps: one each five days, and many more in the second half of January. */
const lamps = [...daysFrom('2026-08-01', lastDay, 5), ...daysFrom('2027-01-18', '2027-02-01', 2)].map((day) =>
  complaint('dinas_perhubungan', day),
);

/** Roads: as many as ever, beside a month of what nobody may count. */
const roads = [
  ...daysFrom('2026-08-01', lastDay, 4).map((day) => complaint('dinas_pu', day)),
  ...daysFrom('2027-01-01', '2027-01-30').map((day, at): PlantedReport => {
    const uncounted = at % 2 === 0 ? 'sensitive' : 'circle';
    return { ...complaint('dinas_pu', day), answered: null, uncounted };
  }),
];

/** Questions to the health office: six in December, two of them answered in time; then hardly any; then many, all in time. */
const questions = [
  ...daysFrom('2026-12-03', '2026-12-18', 3).map((day, at) => question(day, [3, 9, null][at % 3] ?? null)),
  ...['2027-01-20', '2027-01-25'].map((day) => question(day, 3)),
  ...daysFrom('2027-03-01', '2027-03-15', 2).map((day) => question(day, 3)),
];

export const plantedReports: readonly PlantedReport[] = [...lamps, ...roads, ...questions];

/** Answers about time to the civil registry, by the day on which they count: good, bad in February, good again. */
export const plantedForms = [
  ...daysFrom('2026-12-02', '2027-01-28', 7).map((day) => ({ day, count: 6, waktu: 4 })),
  { day: '2027-02-03', count: 7, waktu: 2 },
  { day: '2027-02-10', count: 5, waktu: 1 },
  { day: '2027-02-17', count: 5, waktu: 2 },
  ...daysFrom('2027-03-10', '2027-06-10', 7).map((day) => ({ day, count: 5, waktu: 4 })),
];

const before =
  (day: string, back = 30) =>
  (one: string) =>
    one >= plus(day, -back) && one < plus(day, 30 - back);

const percent = (share: number) => Math.round(share * 100);
const value = (average: number) => Math.round(average * 2500) / 100;

/**
 * What each figure was on a day, of the 30 days before it, reckoned from what was planted and by nothing of the service's:
 * how it is written, and whether it calls for help.
 */
export const reckoned = {
  lamps: (day: string) => {
    const of = (back: number) => lamps.filter(({ came }) => before(day, back)(came)).length;
    const usual = (of(60) + of(90) + of(120)) / 3;
    return {
      said: `${of(30)} pengaduan`,
      low: of(30) >= 5 && of(30) > usual * 1.5,
      usual: Math.round(usual),
    };
  },
  questions: (day: string) => {
    const due = questions.filter(({ promised }) => before(day)(promised));
    const met = due.filter(({ answered, promised }) => answered !== null && answered <= promised).length;
    const said =
      due.length < 5
        ? 'kurang dari 5, jadi angkanya tidak ditampilkan'
        : `${percent(met / due.length)}% (dari ${due.length} laporan)`;
    return { said, low: due.length >= 5 && met / due.length < 0.8 };
  },
  waktu: (day: string) => {
    const inside = plantedForms.filter((one) => before(day)(one.day));
    const n = inside.reduce((sum, { count }) => sum + count, 0);
    const average = inside.reduce((sum, { count, waktu }) => sum + count * waktu, 0) / n;
    return {
      said: `${value(average).toFixed(2).replace('.', ',')} (dari ${n} jawaban)`,
      low: n >= 5 && value(average) < 76.61,
    };
  },
};

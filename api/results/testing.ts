import { type Answers, elements } from '../../bot/domain/skm/elements.ts';
import { resultOf } from '../../bot/domain/skm/result.ts';
import { respondentFields } from '../../bot/domain/skm/survey-form.ts';
import { readPeriod } from '../../bot/domain/skm/survey-period.ts';
import { tally } from '../../bot/domain/skm/tally.ts';
import type { Respondents } from '../../db/reads/skm-respondents.ts';
import type { ResultFacts } from './result-facts.ts';

const none = Object.fromEntries(
  Object.entries(respondentFields).map(([field, groups]) => [
    field,
    Object.fromEntries(groups.map((group) => [group, 0])),
  ]),
) as Respondents['groups'];

/** The example of the layout: 384 people, 171 men and 213 women. */
const many: Respondents = {
  forms: 384,
  groups: {
    ...none,
    sex: { L: 171, P: 213 },
    education: { sd: 21, smp: 48, sma: 197, 'd1-d4': 44, s1: 66, s2: 8 },
  },
};

const oneWoman: Respondents = {
  forms: 1,
  groups: { ...none, sex: { L: 0, P: 1 }, education: { ...none.education, sma: 1 } },
};

const semester = readPeriod('2026-S2');
if ('refused' in semester) throw new Error('2026-S2 is a period');

/** So many forms whose answers lie between 3 and 4, differently for each element. */
const forms = (count: number): Answers[] =>
  Array.from(
    { length: count },
    (_, n) =>
      Object.fromEntries(
        elements.map((element, at) => [element, (n * 7 + at * 5) % 9 < 2 + ((at * 4) % 7) ? 4 : 3]),
      ) as Answers,
  );

/** Facts of a result of so many people; `flagged`: of how many something was odd. */
export const factsOf = (
  count: number,
  said: Partial<ResultFacts> & {
    unit?: string;
    service?: string;
    users?: number | null;
    flagged?: number;
  } = {},
): ResultFacts => {
  const {
    unit = 'Dinas Kependudukan dan Pencatatan Sipil',
    service,
    users = null,
    flagged = 0,
    ...rest
  } = said;
  const answers =
    count === 1 ? [Object.fromEntries(elements.map((element) => [element, 4])) as Answers] : forms(count);
  return {
    place: 'Kota Salatiga',
    result: resultOf(
      {
        unit: { code: 'dukcapil', name: unit },
        service: service === undefined ? null : { code: 'ktp-baru', name: service },
        period: semester,
        users,
      },
      { all: tally(answers), unflagged: tally(answers.slice(flagged)) },
      'exact',
    ),
    respondents:
      count === 1 ? oneWoman : count === 0 ? { forms: 0, groups: none } : { ...many, forms: count },
    weight: 'exact',
    today: '2026-11-20',
    link: 'https://sapa.salatiga.example/kinerja',
    locale: 'id',
    ...rest,
  };
};

/** A name of 120 letters, as there are some. */
export const longOffice =
  'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk, Keluarga Berencana dan Pembangunan Manusia Daerah';

/** A service that is named by its whole regulation. */
export const longService =
  'Penerbitan Surat Keterangan Pindah Datang Warga Negara Indonesia antarkabupaten, antarkota, dan antarprovinsi beserta perubahan Kartu Keluarga, Kartu Identitas Anak, dan KTP-el bagi seluruh anggota keluarga yang ikut pindah';

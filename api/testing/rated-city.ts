import type { Sql } from 'postgres';
import type { Unit } from '../../bot/domain/agency.ts';
import { plantForms, plantServices } from './survey-forms.ts';

const forms = (count: number, ...kinds: readonly string[]): string[] =>
  Array.from({ length: count }, (_, i) => kinds[i % kinds.length] ?? '333333333');

/**
 * For tests: a city as people rated it in October and November 2026. Disdukcapil does better than before, a puskesmas is
 * low, four people rated the environment office (not enough to show), and one service has two forms that are not shown.
 */
export const plantRatedCity = async (sql: Sql, units: readonly Unit[]): Promise<void> => {
  await plantServices(sql, units);
  const rated = (
    unit: string,
    service: string | null,
    on: string,
    answers: readonly string[],
    shown = true,
  ) => plantForms(sql, { unit, service, counted: on, shown: shown ? on : null, answers });
  await rated('disdukcapil', 'ktp-baru', '2026-10-20', forms(20, '333333333', '323334333'));
  await rated('disdukcapil', 'ktp-baru', '2026-11-12', forms(112, '443444344', '433444434', '342344343'));
  await rated('disdukcapil', 'kk', '2026-11-12', forms(23, '334444334', '33443-334'));
  await rated('disdukcapil', 'ktp-ganti', '2026-11-12', forms(2, '111111111'), false);
  const services = await sql<{ code: string; unit: string }[]>`
    select distinct on (unit_code) code, unit_code as unit from service where unit_code <> 'disdukcapil' order by unit_code, code`;
  const [low, middle, few] = services;
  if (low) await rated(low.unit, low.code, '2026-11-10', forms(11, '222322212', '223322322'));
  if (middle) await rated(middle.unit, middle.code, '2026-11-10', forms(40, '333333323', '343333333'));
  if (few) await rated(few.unit, few.code, '2026-11-10', forms(4, '111111111'));
};

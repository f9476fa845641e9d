import { elements } from '../../../bot/domain/skm/elements.ts';
import { averagesOf, ikm } from '../../../bot/domain/skm/ikm.ts';
import { pooled } from '../../../bot/domain/skm/tally.ts';
import { connect } from '../../../db/database.ts';
import { loadCity } from '../../../db/reads/city.ts';
import { skmResults } from '../../../db/reads/skm-results.ts';
import { talliesBetween } from '../../../db/reads/skm-tallies.ts';
import { createSeal } from '../../../db/sealed.ts';
import { shuffleSurvey } from '../../../db/shuffle-survey.ts';
import { openBenchServer } from '../bench-server.ts';
import type { Gate } from '../gates.ts';
import { type Quantiles, quantilesOf } from '../quantiles.ts';
import { countYear, fillUrn, office, openOffice, year } from './fill.ts';
import { gatesOf } from './gates.ts';

/** How much is laid out, and how often each reading is taken. */
export type Size = { answers: number; urn: number; times: number };
export const usualSize: Size = { answers: 1_000_000, urn: 10_000, times: 50 };

/**
 * What the survey costs: milliseconds of the index of an office over a year (`index`), of its page of results with every
 * service (`results`) and of the public page of all offices (`everybody`); seconds of the nightly shuffle. `plain` is the
 * same index added up from the forms themselves, once; `wrong` counts sums in which the two differ, and forms that stayed in the urn.
 */
export type SkmFigures = {
  postgres: string;
  size: Size;
  fillSeconds: number;
  ikm: string;
  index: Quantiles;
  results: Quantiles;
  everybody: Quantiles;
  plain: number;
  shuffleSeconds: number;
  wrong: number;
  gates: Gate[];
};

const timed = async <T>(work: () => Promise<T>): Promise<{ ms: number; came: T }> => {
  const begun = performance.now();
  const came = await work();
  return { ms: performance.now() - begun, came };
};

const over = async (times: number, work: () => Promise<unknown>): Promise<Quantiles> => {
  const all: number[] = [];
  for (let i = 0; i < times; i++) all.push((await timed(work)).ms);
  return quantilesOf(all);
};

/** A night far from the year that is read. */
const night = new Date('2026-03-03T02:10:00+07:00');
const morning = new Date('2026-03-02T08:00:00+07:00');

/** Fills an office with a year of forms and reads its index; `database`: another server than the benchmark's own. */
export const benchSkm = async (
  size: Size = usualSize,
  { tell = () => {}, database: given }: { tell?: (line: string) => void; database?: string } = {},
): Promise<SkmFigures> => {
  const server = await openBenchServer(given);
  const round = await server.fresh('service');
  const database = connect(round.url);
  try {
    const { sql } = database;
    const seal = createSeal(Buffer.alloc(32, 7));
    await openOffice(database);
    const filled = await timed(() => countYear(database, size.answers));
    tell(`${size.answers} answers counted in ${(filled.ms / 1000).toFixed(1)} s`);
    const city = await loadCity(database, { publicUrl: '' });
    const tallies = () => talliesBetween(sql, { by: 'counted', ...year, unit: office });
    const whole = async () => pooled((await tallies()).map(({ tally }) => tally));
    const index = await over(size.times, async () => ikm(averagesOf(await whole())));
    const results = await over(size.times, () =>
      skmResults(sql, city, { period: year, by: 'counted', unit: office }),
    );
    const everybody = await over(size.times, () => skmResults(sql, city, { period: year, by: 'shown' }));
    const plain = await timed(() =>
      sql.unsafe<{ [sum: string]: string }[]>(
        `select ${elements.map((element) => `sum(${element}) as ${element}`).join(', ')} from skm_answer
        where unit_code = '${office}' and counted_on between '${year.from}' and '${year.until}'`,
      ),
    );
    const added = await whole();
    const differing = elements.filter(
      (element) => Number(plain.came[0]?.[element]) !== added.elements[element].sum,
    ).length;
    await fillUrn(database, seal, morning, size.urn);
    const shuffled = await timed(() => shuffleSurvey(database, seal, city, night));
    const figures = {
      postgres: server.version,
      size,
      fillSeconds: filled.ms / 1000,
      ikm: ikm(averagesOf(added))?.ikm ?? '–',
      index,
      results,
      everybody,
      plain: plain.ms,
      shuffleSeconds: shuffled.ms / 1000,
      wrong: differing + (size.urn - shuffled.came),
    };
    return { ...figures, gates: gatesOf(figures) };
  } finally {
    await database.close();
    await round.drop();
    await server.close();
  }
};

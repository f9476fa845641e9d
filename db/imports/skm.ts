import { sql } from 'drizzle-orm';
import { type PaperRecord, readPapers } from '../../bot/domain/imports/skm.ts';
import { localDate } from '../../bot/domain/local-date.ts';
import { changeWords, covered } from '../../bot/domain/skm/survey-change.ts';
import { withoutNames } from '../../bot/domain/without-names.ts';
import { alone, type CountedForm, countForms } from '../count-forms.ts';
import { keepComments } from '../keep-comments.ts';
import { prepared } from '../prepared.ts';
import { runnerOf } from '../runner-of.ts';
import { agency, service, unit } from '../schema/index.ts';
import { showFives } from '../show-fives.ts';
import type { ImportKind } from './import-kind.ts';

const p = sql.placeholder;

/** Takes in those that are not there yet, in the order of their hashes, which says nothing of the file's. */
const takeIn = prepared<{ hash: string }>(sql`
insert into skm_paper (hash) select decode(hash, 'hex') as hash from unnest(${p('hashes')}::text[]) as given (hash) order by 1
on conflict do nothing returning encode(hash, 'hex') as hash`);

/** What somebody wrote, without the numbers, addresses and names of people. */
const cleaned = (comment: string): string => withoutNames(changeWords(comment).text, covered);

const formOf = ({
  unit_code,
  service_code,
  date,
  sameAs,
  comment,
  form,
  ...said
}: PaperRecord): CountedForm => ({
  ...said,
  unit: unit_code,
  service: service_code ?? null,
  counted_on: date,
  flags: [],
});

/**
 * Forms that were filled in on paper, each counted on its own day. What makes five of a service and month is shown at
 * once; a form that was taken in before, from this file or another, is passed over.
 */
export const papers: ImportKind = async (tx, seal, sheet, { now, zone, order }) => {
  const runner = runnerOf(tx);
  await alone(runner, {});
  const [own] = await tx.select({ zone: agency.zone }).from(agency);
  const offices = await tx.select({ code: unit.code }).from(unit);
  const known = await tx.select({ code: service.code, unit: service.unitCode }).from(service);
  const today = localDate(now, own?.zone ?? zone);
  const { records, ...said } = readPapers(sheet, {
    units: new Set(offices.map(({ code }) => code)),
    services: new Map(known.map((one) => [one.code, one.unit])),
    today,
    order,
  });
  const hashed = records.map((record) => ({
    record,
    hash: seal.hash('skm-paper', ...record.sameAs).toString('hex'),
  }));
  const taken = await takeIn(runner, { hashes: hashed.map(({ hash }) => hash) });
  const fresh = new Set(taken.map(({ hash }) => hash));
  const forms = hashed.flatMap(({ record, hash }) => (fresh.has(hash) ? [record] : []));
  if (forms.length > 0) {
    await countForms(runner, 'paper', forms.map(formOf));
    const comments = forms.flatMap(({ unit_code, service_code, comment }) =>
      comment ? [{ unit: unit_code, service: service_code ?? null, comment: cleaned(comment) }] : [],
    );
    await keepComments(runner, seal, comments, today);
    await showFives(runner, today, 'paper');
  }
  return {
    ...said,
    counts: { new: forms.length, changed: 0, unchanged: records.length - forms.length },
  };
};

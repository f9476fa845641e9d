import { sql } from 'drizzle-orm';
import type { Proposal } from '../../bot/domain/skm/proposals.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import { openProposals, proposalsDue } from '../reads/open-proposals.ts';

const insertProposals = prepared(sql`
insert into skm_proposal (unit_code, element, period, value, at)
select unit, element, period, value, ${sql.placeholder('at')}::timestamptz
from jsonb_to_recordset(${sql.placeholder('rows')}::text::jsonb) as one (unit text, element text, period text, value text)
on conflict do nothing`);

/** Keeps what is proposed after the period that ended last, each unit and element once; gives it with when it was first known. */
export const propose = async (
  runner: Runner,
  city: City,
  now: Date,
): Promise<(Proposal & { at: Date })[]> => {
  const due = await proposalsDue(runner, city, now);
  if (due.length === 0) return [];
  const rows = due.map(({ unit, element, period, value }) => ({
    unit: unit.code,
    element,
    period: period.name,
    value,
  }));
  await insertProposals(runner, { rows: JSON.stringify(rows), at: now.toISOString() });
  const kept = await openProposals(runner, city, now);
  return due.flatMap((one) => {
    const row = kept.find(({ unit, element }) => unit.code === one.unit.code && element === one.element);
    return row ? [{ ...one, at: row.at }] : [];
  });
};

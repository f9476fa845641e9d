import { randomBytes } from 'node:crypto';
import type { Cycle } from '../../bot/domain/award/cycle.ts';
import { layPhases, type PhaseName } from '../../bot/domain/award/phase.ts';
import { rulesHash } from '../../bot/domain/award/rules-hash.ts';
import { usualCycle } from '../../bot/domain/award/usual-cycle.ts';
import { type Share, splitKey } from '../../bot/domain/ballot/keys.ts';
import { localDate } from '../../bot/domain/local-date.ts';
import type { OpenHall } from '../hall.ts';
import { openOffice } from './staff.ts';

/** A planted cycle, and the shares that nobody else has. */
export type PlantedAward = { id: number; cycle: Cycle; shares: readonly Share[] };

/** Opens an invented cycle that is announced from today on by the hall's clock; `change`: what is unusual about it. */
export const plantAward = async (
  { database, city, clock }: Pick<OpenHall, 'database' | 'city' | 'clock'>,
  change: Partial<Omit<Cycle, 'phases'>> = {},
): Promise<PlantedAward> => {
  const { agency, calendar } = city();
  const now = clock.now();
  const today = localDate(now, agency.zone);
  const { phases } = layPhases(calendar, today);
  const year = Number(today.slice(0, 4));
  const cycle: Cycle = {
    code: `ASN-${year}`,
    title: `ASN Berprestasi ${year}`,
    year,
    phases,
    ...usualCycle,
    ...change,
  };
  const { publicKey, shares } = splitKey(randomBytes);
  const schedule = { phases, again: [] };
  const [row] = await database.sql<{ id: number }[]>`
    insert into award_cycle (code, rules, rules_hash, public_key, schedule, opened_at)
    values (${cycle.code}, ${JSON.stringify(cycle)}::text::jsonb, ${rulesHash(cycle)}, ${JSON.stringify(publicKey)}::text::jsonb,
      ${JSON.stringify(schedule)}::text::jsonb, ${now.toISOString()}) returning id::int as id`;
  if (!row) throw new Error('the cycle was not written');
  return { id: row.id, cycle, shares };
};

/** Moves the hall's clock into a phase, to an hour after the opening of its first day. */
export const untilPhase = async (
  hall: Pick<OpenHall, 'city' | 'clock'>,
  { cycle }: Pick<PlantedAward, 'cycle'>,
  name: PhaseName,
): Promise<void> => {
  const phase = cycle.phases.find((one) => one.name === name);
  if (!phase) throw new Error(`no phase ${name}`);
  await openOffice(hall, phase.from);
};

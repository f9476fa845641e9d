import type { AwardCategory } from '../../bot/domain/award/award-category.ts';
import type { NomineeEvidence } from '../../bot/domain/award/nominee-evidence.ts';
import { type Roll, rollHash, rollOf } from '../../bot/domain/award/roll.ts';
import type { OpenHall } from '../hall.ts';
import { type PlantedAward, untilPhase } from './award.ts';
import { hireSomebody } from './employee.ts';

const evidence: NomineeEvidence = {
  unit: { ikm: { value: '85.25', respondents: 112 }, onTime: { percent: '96.5', reports: 40 } },
  person: { jp: 2400, mentoring: 600 },
  nominations: 3,
};

/** An invented candidate, fixed on the ballot paper behind those who stand there already; gives their employee number. */
export const plantCandidate = async (
  { database: { sql } }: Pick<OpenHall, 'database'>,
  { id, cycle }: PlantedAward,
  { name, category, unit = 'dinas_pu' }: { name: string; category: AwardCategory; unit?: string },
): Promise<number> => {
  const nip = await hireSomebody(sql, { name, unit });
  const at = `${cycle.year}-01-05T02:00:00Z`;
  const [employee] = await sql<{ id: number }[]>`select id::int as id from employee where nip = ${nip}`;
  await sql`insert into award_nominee (cycle_id, category, employee_id, unit_code, named_at, consent, consent_at, saw_record_at,
      forward_reason, forwarded_by, forwarded_at, verdict, verdict_at, evidence, paper, paper_name)
    select ${id}, ${category}, ${employee?.id ?? 0}, ${unit}, ${at}, 'agreed', ${at}, ${at}, null, null, null, 'accepted', ${at},
      ${JSON.stringify(evidence)}::text::jsonb, (select count(*) from award_nominee where cycle_id = ${id} and category = ${category}), ${name}`;
  return employee?.id ?? 0;
};

/** Moves the clock into the vote and fixes the roll of all supervisors there are. */
export const openVote = async (
  hall: Pick<OpenHall, 'database' | 'city' | 'clock'>,
  award: PlantedAward,
): Promise<Roll> => {
  const { sql } = hall.database;
  await untilPhase(hall, award, 'pemungutan_suara');
  const voters = await sql<{ id: number; nip: string; office: string }[]>`
    select id::int as id, nip, unit_code as office from employee where active and 'supervisor' = any(roles)`;
  const roll = rollOf(voters);
  await sql`insert into award_roll (cycle_id, employee_id, nip, unit_code)
    select ${award.id}, id, nip, unit_code from employee where active and 'supervisor' = any(roles)`;
  await sql`update award_cycle set frozen_at = ${hall.clock.now().toISOString()}, roll_hash = ${rollHash(award.cycle.code, roll)}
    where id = ${award.id}`;
  return roll;
};

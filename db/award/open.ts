import { sql } from 'drizzle-orm';
import type { Sql } from 'postgres';
import type { Cycle } from '../../bot/domain/award/cycle.ts';
import { rulesHash } from '../../bot/domain/award/rules-hash.ts';
import type { Random } from '../../bot/domain/ballot/group.ts';
import { members, type Share, splitKey } from '../../bot/domain/ballot/keys.ts';
import { type LocalDate, localDate } from '../../bot/domain/local-date.ts';
import { prepared } from '../prepared.ts';
import type { Moment } from './lock-cycle.ts';
import { writeMinutes } from './write-minutes.ts';

const p = sql.placeholder;

const findOpen = prepared<{ code: string; decided: boolean }>(sql`
select code, decided_at is not null as decided from award_cycle where decided_at is null or code = ${p('code')} order by id`);

const findKeepers = prepared<{ id: number; nip: string; name: string; may: boolean }>(sql`
select id::int as id, nip, name, active and 'committee' = any(roles) as may from employee where nip = any(${p('nips')}::text[])`);

const insertCycle = prepared<{ id: number }>(sql`
insert into award_cycle (code, rules, rules_hash, public_key, schedule, opened_at)
values (${p('code')}, ${p('rules')}::text::jsonb, ${p('hash')}, ${p('key')}::text::jsonb, ${p('schedule')}::text::jsonb, ${p('at')}::timestamptz)
returning id::int as id`);

const insertKeeper = prepared(sql`
insert into award_keeper (cycle_id, member, employee_id) values (${p('cycle')}::bigint, ${p('member')}::smallint, ${p('employee')}::bigint)`);

/** A share, and whom it is handed to; it stands nowhere else. */
export type Handed = { share: Share; nip: string; name: string };

export type OpenedCycle =
  | { is: 'three' }
  | { is: 'late'; from: LocalDate }
  | { is: 'open' | 'code'; code: string }
  | { is: 'no-member'; nips: readonly string[] }
  | { is: 'opened'; rulesHash: string; shares: readonly Handed[] };

/**
 * Opens a cycle: its rules and their hash, its key and three keepers, each a member of the committee. What it gives back is all
 * there ever is of the shares. One cycle is open at a time, and
 * none whose nominations would have begun, for its rules are published before.
 */
export const openCycle = (
  pool: Sql,
  { cycle, keepers }: { cycle: Cycle; keepers: readonly string[] },
  { at, zone, random }: Moment & { random: Random },
): Promise<OpenedCycle> =>
  pool.begin(async (tx): Promise<OpenedCycle> => {
    if (keepers.length !== members.length || new Set(keepers).size !== keepers.length) return { is: 'three' };
    const from = cycle.phases.find(({ name }) => name === 'nominasi')?.from ?? '';
    if (from <= localDate(at, zone)) return { is: 'late', from };
    await tx.unsafe('lock table award_cycle in share row exclusive mode');
    const before = await findOpen(tx, { code: cycle.code });
    const open = before.find(({ decided }) => !decided);
    if (open) return { is: 'open', code: open.code };
    if (before.length > 0) return { is: 'code', code: cycle.code };
    const people = await findKeepers(tx, { nips: keepers });
    const chosen = keepers.map((nip) => people.find((one) => one.nip === nip && one.may));
    const strangers = keepers.filter((_, n) => chosen[n] === undefined);
    if (strangers.length > 0) return { is: 'no-member', nips: strangers };
    const { publicKey, shares } = splitKey(random);
    const hash = rulesHash(cycle);
    const [row] = await insertCycle(tx, {
      code: cycle.code,
      rules: JSON.stringify(cycle),
      hash,
      key: JSON.stringify(publicKey),
      schedule: JSON.stringify({ phases: cycle.phases, again: [] }),
      at: at.toISOString(),
    });
    if (!row) throw new Error('the cycle was not written');
    const handed: Handed[] = [];
    for (const [n, share] of shares.entries()) {
      const keeper = chosen[n];
      if (!keeper) throw new Error('a share without a keeper');
      await insertKeeper(tx, { cycle: row.id, member: share.member, employee: keeper.id });
      handed.push({ share, nip: keeper.nip, name: keeper.name });
    }
    await writeMinutes(tx, { cycle: row.id, about: 'opened', facts: { rulesHash: hash } }, at);
    return { is: 'opened', rulesHash: hash, shares: handed };
  });

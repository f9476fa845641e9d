import { sql } from 'drizzle-orm';
import type { CaseFor, TeamCases } from '../bot/bulletin.ts';
import type { ChannelName } from '../bot/conversation/inbound.ts';
import type { TeamCase } from '../bot/domain/modules/team-case.ts';
import type { Database } from './database.ts';
import { prepared } from './prepared.ts';
import type { Seal } from './sealed.ts';
import { addLetters } from './stores/letter.ts';

const p = sql.placeholder;

type Row = { unit: string; id: number; channel: string; account: string; content: TeamCase; first: boolean };

const groups = sql`office_group g
join contact c on c.id = g.contact_id and g.ended_at is null and c.unreachable_at is null`;

const findNext = prepared<Row>(sql`
select g.unit_code as unit, c.id::int as id, c.channel, c.account, chosen.content,
  not exists (select from team_case_told where unit_code = g.unit_code) as first
from ${groups} cross join lateral (
  select content from team_case left join (
    select case_id, max(monday) as last from team_case_told where unit_code = g.unit_code group by case_id
  ) as told on told.case_id = team_case.id
  order by last nulls first, place limit 1) as chosen
where not exists (select from team_case_told where unit_code = g.unit_code and monday = ${p('monday')}::date)
order by unit`);

const markTold = prepared<{ unit: string }>(sql`
insert into team_case_told (unit_code, monday, case_id) values (${p('unit')}, ${p('monday')}::date, ${p('case')})
on conflict do nothing returning unit_code as unit`);

/** Letters are known by their keys for seven days after they were sent, longer than a case has until its ending. */
const keyOf = (what: 'case' | 'ending', unit: string, monday: string): string =>
  `team-${what}:${unit}:${monday}`;

const findEndings = prepared<Row>(sql`
select g.unit_code as unit, c.id::int as id, c.channel, c.account, team_case.content, false as first
from ${groups} join team_case_told told on told.unit_code = g.unit_code and told.monday = ${p('monday')}::date
join team_case on team_case.id = told.case_id
where exists (select from letter where contact_id = c.id and dedupe = 'team-case:' || g.unit_code || ':' || told.monday)
  and not exists (select from letter where dedupe = 'team-ending:' || g.unit_code || ':' || told.monday)
order by unit`);

const caseFor = ({ unit, id, channel, account, content, first }: Row): CaseFor => ({
  unit,
  to: { id, address: { channel: channel as ChannelName, account, id: '' } },
  teamCase: content,
  isFirst: first,
});

/** Cases of the week on PostgreSQL: each is noted with its letter in one transaction, so that two processes tell it once. */
export const createTeamCases = ({ sql: pool }: Pick<Database, 'sql'>, seal: Seal): TeamCases => ({
  next: async (monday) => (await findNext(pool, { monday })).map(caseFor),
  tell: (monday, letters) =>
    pool.begin(async (tx) => {
      const noted = await Promise.all(
        letters.map(({ unit, teamCase }) => markTold(tx, { unit, monday, case: teamCase.id })),
      );
      const units = new Set(noted.flat().map(({ unit }) => unit));
      const mine = letters.filter(({ unit }) => units.has(unit));
      await Promise.all(
        mine.flatMap(({ unit, to, letter }) =>
          addLetters(tx, seal, to, [{ ...letter, dedupe: keyOf('case', unit, monday) }]),
        ),
      );
      return mine.length;
    }),
  endings: async (monday) => (await findEndings(pool, { monday })).map(caseFor),
  end: async (monday, letters) => {
    await Promise.all(
      letters.flatMap(({ unit, to, letter }) =>
        addLetters(pool, seal, to, [{ ...letter, dedupe: keyOf('ending', unit, monday) }]),
      ),
    );
    return letters.length;
  },
});

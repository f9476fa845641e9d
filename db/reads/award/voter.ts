import { sql } from 'drizzle-orm';
import type { AwardCategory } from '../../../bot/domain/award/award-category.ts';
import { mayAny } from '../../../bot/domain/permissions/may-any.ts';
import { isGranted } from '../../../bot/domain/permissions/verdict.ts';
import { hatsOf } from '../../../bot/domain/roles.ts';
import { isSettledLink } from '../../../bot/domain/settled-link.ts';
import { prepared } from '../../prepared.ts';

const p = sql.placeholder;

/** Whom a chat speaks as, as a voter of a cycle; `roll`: the office by which they stand on the roll, `since`: how long the chat has been linked. */
export type VoterRow = {
  id: number;
  kind: string;
  roles: string[];
  since: string;
  roll: string | null;
  voted: AwardCategory[];
  named: number[];
};

/** Nobody for a chat that speaks as no employee. `named`: whom they nominated. */
export const findVoter = prepared<VoterRow>(sql`
select e.id::int as id, e.kind, e.roles, l.since, r.unit_code as roll,
  (select coalesce(json_agg(m.category), '[]') from award_participation m
    where m.cycle_id = ${p('cycle')}::bigint and m.employee_id = e.id) as voted,
  (select coalesce(json_agg(n.employee_id), '[]') from award_nomination w join award_nominee n on n.id = w.nominee_id
    where w.cycle_id = ${p('cycle')}::bigint and w.by_id = e.id and not w.void) as named
from staff_link l join employee e on e.id = l.employee_id and e.active
  left join award_roll r on r.cycle_id = ${p('cycle')}::bigint and r.employee_id = e.id
where l.contact_id = ${p('contact')}::bigint and l.ended_at is null`);

/** Whether the table of permissions lets an employee vote, now or once the chat has settled. */
export const isVoter = ({ kind, roles }: Pick<VoterRow, 'kind' | 'roles'>): boolean =>
  isGranted(voteVerdict({ kind, roles }), ['when-settled']);

/** Whether somebody may vote at this moment: on the roll, with the hat still, from a chat that has settled. */
export const mayVote = (voter: VoterRow, at: Date): boolean =>
  voter.roll !== null &&
  isGranted(voteVerdict(voter), isSettledLink(new Date(voter.since), at) ? ['when-settled'] : []);

/** Own and other offices are the cycle's own rule (`may-choose.ts`), which the table leaves open. */
const voteVerdict = ({ kind, roles }: Pick<VoterRow, 'kind' | 'roles'>) =>
  mayAny(
    hatsOf({ kind, roles, active: true }).map((role) => ({ role, on: 'other' as const })),
    'vote',
  );

import { sql } from 'drizzle-orm';
import { type LocalDate, localDate } from '../../../bot/domain/local-date.ts';
import type { LearnShelf, ShelfModule } from '../../../bot/domain/modules/module-reads.ts';
import type { OfficeKind } from '../../../bot/domain/modules/office-kind.ts';
import { officeKindOf } from '../../../bot/domain/paths/office-kind-of.ts';
import { nextOnPath, pathFor } from '../../../bot/domain/paths/path-for.ts';
import type { PositionGroup } from '../../../bot/domain/training/ip-asn-rules.ts';
import { positionGroupOf } from '../../../bot/domain/training/position-group.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { mayForEverybody } from '../training/learner.ts';
import { isStillAsked } from './still-asked.ts';

const p = sql.placeholder;

/** `at`: when it was last gone on with, as text that sorts. */
type Row = ShelfModule & {
  offices: OfficeKind[];
  positions: PositionGroup[];
  at: string | null;
};
type Reader = {
  id: number;
  kind: string;
  roles: string[];
  position: string;
  unit: string;
  due: number;
  modules: Row[];
};

const readShelf = prepared<Reader>(sql`
select e.id::int as id, e.kind, to_json(e.roles) as roles, e.position, e.unit_code as unit,
  (select count(*)::int from module_repetition r join learning_module m on m.code = r.module_code
    where r.employee_id = e.id and r.due_on <= ${p('today')}::date and ${isStillAsked}) as due,
  (select coalesce(json_agg(one), '[]') from (
    select m.code, m.content ->> 'title' as title, (m.content ->> 'minutes')::int as minutes, g.percent, g.last_at as at,
      m.content -> 'offices' as offices, m.content -> 'positions' as positions,
      jsonb_array_length(m.content -> 'steps') as of,
      (select count(*)::int from jsonb_array_elements(m.content -> 'steps') s
        where case when s ->> 'kind' = 'question' then g.answers ? (s ->> 'id') else s ->> 'id' = any(g.done) end) as done
    from learning_module m left join module_progress g on g.module_code = m.code and g.employee_id = e.id
    where m.withdrawn_at is null) one) as modules
from staff_link l join employee e on e.id = l.employee_id and e.active
where l.contact_id = ${p('contact')} and l.ended_at is null`);

/** Also one whose quiz was not passed yet. */
const begun = ({ done, of, percent }: ShelfModule): boolean => done > 0 && (done < of || percent === null);

/** The modules of whoever this chat speaks as, in the order of their path; what they began outside it stands behind. */
export const learnShelf = async (
  runner: Runner,
  { agency, units }: Pick<City, 'agency' | 'units'>,
  { contact, now }: { contact: number; now: Date },
): Promise<LearnShelf | null> => {
  const today: LocalDate = localDate(now, agency.zone);
  const [reader] = await readShelf(runner, { contact, today });
  if (!reader || !mayForEverybody(reader, 'learn')) return null;
  const unit = units.find(({ code }) => code === reader.unit);
  const learner = { office: unit ? officeKindOf(unit) : null, position: positionGroupOf(reader.position) };
  const path = pathFor(learner, reader.modules);
  const others = reader.modules.filter(
    (one) => !path.includes(one) && (one.done > 0 || one.percent !== null),
  );
  const all = [...path, ...others];
  const passed = all.filter(({ percent }) => percent !== null).map(({ code }) => code);
  const last = all.filter(begun).toSorted((one, other) => ((one.at ?? '') < (other.at ?? '') ? 1 : -1))[0];
  return {
    modules: all.map(({ code, title, minutes, done, of, percent }) => ({
      code,
      title,
      minutes,
      done,
      of,
      percent,
    })),
    goesOn: last?.code ?? null,
    next: nextOnPath(path, passed)?.code ?? null,
    due: reader.due,
  };
};

import { sql } from 'drizzle-orm';
import { localDate } from '../../bot/domain/local-date.ts';
import { mayBePhoned, similar } from '../../bot/domain/report.ts';
import { isOpen, type ReportState } from '../../bot/domain/report-state.ts';
import type { City, Reads, ReportLine, ReportView, Session, Similar, StaffRecord } from '../../bot/ports.ts';
import type { Database } from '../database.ts';
import { prepared } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { lookAtCode } from '../stores/activation.ts';

const p = sql.placeholder;

const likeCategories = prepared<{ key: string }>(sql`select key from (
      select key, ts_rank(to_tsvector('indonesian', array_to_string(keywords, ' ') || ' ' || label),
        replace(plainto_tsquery('indonesian', ${p('words')})::text, '&', '|')::tsquery) as rank
      from category) ranked
    where rank > 0 order by rank desc, key limit 3`);

const likeRegions = prepared<{
  code: string;
}>(sql`select code from region where level in ('kelurahan', 'desa') and word_similarity(name, ${p('words')}) > 0.55
    order by word_similarity(name, ${p('words')}) desc, code limit 4`);

const nearReports =
  prepared<Similar>(sql`select ticket, metres::int as metres, days::int as days, state from (
      select ticket, state, received_at,
        extract(day from ${p('now')}::timestamptz - received_at) as days,
        2 * 6371008.8 * asin(least(1, sqrt(power(sin(radians(lat - ${p('lat')}::float8) / 2), 2)
          + cos(radians(lat)) * cos(radians(${p('lat')}::float8)) * power(sin(radians(lng - ${p('lng')}::float8) / 2), 2)))) as metres
      from report
      where category = ${p('category')} and not confidential and reporter_id is distinct from ${p('contact')}
        and state not in ('selesai', 'bukan_wewenang', 'diarsipkan', 'digabung')
        and received_at > ${p('now')}::timestamptz - make_interval(days => ${p('withinDays')}::int)
        and lat between ${p('lat')}::float8 - ${p('degrees')}::float8 and ${p('lat')}::float8 + ${p('degrees')}::float8
        and lng between ${p('lng')}::float8 - ${p('degrees')}::float8 * 1.2 and ${p('lng')}::float8 + ${p('degrees')}::float8 * 1.2
    ) near where metres <= ${p('metres')} order by metres, received_at desc limit ${p('most')}`);

const ownReports = prepared<
  ReportLine & { at: string }
>(sql`select ticket, category, state, received_at as at from report where reporter_id = ${p('contact')}
    union all
    select r.ticket, r.category, r.state, r.received_at from report r join follower f on f.report_id = r.id
    where f.contact_id = ${p('contact')}
    order by at desc limit 20`);

type ViewRow = {
  ticket: string;
  category: string;
  state: ReportState;
  at: string;
  unit: string;
  due: string;
  confidential: boolean;
  shares: boolean;
  own: boolean;
  follows: boolean;
  place: string | null;
  words: string | null;
  events: {
    at: string;
    action: ReportView['events'][number]['action'];
    blanks: ReportView['events'][number]['blanks'];
  }[];
};

const oneReport =
  prepared<ViewRow>(sql`select r.ticket, r.category, r.state, r.received_at as at, u.name as unit, r.first_answer_due as due, r.confidential,
      r.phone is not null as shares, r.reporter_id is not distinct from ${p('contact')} as own,
      exists (select 1 from follower f where f.report_id = r.id and f.contact_id = ${p('contact')}) as follows,
      r.place, r.words,
      coalesce((select json_agg(json_build_object('at', e.at, 'action', e.action, 'blanks', e.blanks) order by e.id)
        from report_event e where e.report_id = r.id), '[]') as events
    from report r join unit u on u.code = r.unit_code join category c on c.key = r.category
    where r.ticket = ${p('ticket')} and (c.sensitive = 'none' or r.reporter_id = ${p('contact')})`);

const ownRecord =
  prepared<StaffRecord>(sql`select e.name, e.position, u.name as unit, l.since from staff_link l
    join employee e on e.id = l.employee_id join unit u on u.code = e.unit_code
    where l.contact_id = ${p('contact')} and l.ended_at is null and e.active`);

const shownSubject = prepared<{ about: string }>(
  sql`select about from shown where contact_id = ${p('contact')} and message = ${p('message')}`,
);

/** Metres to degrees of latitude, a little too many: the box only narrows what haversine then measures. */
const metresPerDegree = 110_000;

const view = (row: ViewRow, city: City): ReportView => {
  const seenBy = row.own ? 'reporter' : row.follows ? 'follower' : 'stranger';
  const hidden = row.confidential && !row.own;
  const category = city.categories.find(({ key }) => key === row.category);
  const on = (at: string) => localDate(new Date(at), city.agency.zone);
  return {
    ticket: row.ticket,
    category: row.category,
    state: row.state,
    received: on(row.at),
    seenBy,
    unit: row.unit,
    place: hidden ? null : row.place,
    words: row.own ? row.words : null,
    due: row.due,
    confidential: row.confidential,
    sharesPhone: row.shares,
    mayCall: category !== undefined && mayBePhoned(category),
    open: isOpen(row.state),
    events: hidden ? [] : row.events.map(({ at, action, blanks }) => ({ on: on(at), action, blanks })),
  };
};

/** What one contact's conversation may ask of the database; it sees its own, what it follows, and of others what is public. */
export const createReads =
  ({ sql: pool }: Pick<Database, 'sql'>, seal: Seal, city: () => City, now: () => Date) =>
  (session: Session): Reads => {
    const contact = session.contact.id;
    return {
      suggestCategories: async (words) => (await likeCategories(pool, { words })).map(({ key }) => key),
      regionsLike: async (words) => (await likeRegions(pool, { words })).map(({ code }) => code),
      similarReports: async ({ category, lat, lon }) => [
        ...(await nearReports(pool, {
          contact,
          category,
          lat,
          lng: lon,
          now: now().toISOString(),
          withinDays: similar.withinDays,
          metres: similar.radiusMetres,
          degrees: similar.radiusMetres / metresPerDegree,
          most: similar.atMost,
        })),
      ],
      myReports: async () =>
        (await ownReports(pool, { contact })).map(({ ticket, category, state, at }) => ({
          ticket,
          category,
          state,
          received: localDate(new Date(at), city().agency.zone),
        })),
      report: async (ticket) => {
        const [row] = await oneReport(pool, { ticket, contact });
        return row ? view(row, city()) : null;
      },
      lookAtCode: async (code) => {
        const { fits, tried } = await lookAtCode(pool, seal, { code, contact, now: now() });
        return { fits, tried: tried.map((at) => at.toISOString()) };
      },
      myRecord: async () => {
        const [mine] = await ownRecord(pool, { contact });
        return mine ? { ...mine, since: localDate(new Date(mine.since), city().agency.zone) } : null;
      },
      subjectOf: async (message) => (await shownSubject(pool, { contact, message }))[0]?.about ?? null,
    };
  };

import { sql } from 'drizzle-orm';
import type { CopiedEvent, CopiedReport, OwnCopy } from '../../bot/domain/own-copy.ts';
import type { EventDetail } from '../../bot/domain/report-timeline.ts';
import { prepared } from '../prepared.ts';

const contact = sql`${sql.placeholder('contact')}::bigint`;

/** Bytes inside JSON, in Base64. */
export type Sealed = string | null;

export type EventRow = Omit<CopiedEvent, 'on' | 'words'> & {
  at: string;
  detail: EventDetail;
  sealed: Sealed;
};

export type ReportRow = Omit<CopiedReport, 'received' | 'point' | 'phone' | 'rating' | 'events'> & {
  at: string;
  lat: number | null;
  lng: number | null;
  sealed: Sealed;
  phone: Sealed;
  rating: { score: number; sealed: Sealed } | null;
  events: EventRow[];
};

type Row = {
  reports: ReportRow[];
  consents: { purpose: string; given: 'yes' | 'no' | 'withdrawn'; at: string }[];
  requests: (Omit<OwnCopy['requests'][number], 'asked' | 'due' | 'ended' | 'words' | 'answer'> & {
    at: string;
    due: string;
    ended: string | null;
    sealed: Sealed;
    answer: Sealed;
  })[];
  questions: (Pick<OwnCopy['questions'][number], 'number' | 'state'> & {
    at: string;
    sealed: Sealed;
    answer: Sealed;
  })[];
  threads: (Pick<OwnCopy['threads'][number], 'number' | 'service' | 'state'> & {
    at: string;
    lines: { at: string; by: 'citizen' | 'officer'; sealed: string }[];
  })[];
  wishes: OwnCopy['wishes'];
};

/** Reports tied to this very account and not sensitive, which have no such tie; of the rest more than anybody has. */
export const findCopy = prepared<Row>(sql`
select
  coalesce((select json_agg(json_build_object('ticket', r.ticket, 'kind', r.kind, 'category', r.category, 'unit', u.name,
      'region', g.name, 'state', r.state, 'at', r.received_at, 'confidential', r.confidential, 'words', r.words,
      'place', r.place, 'lat', r.lat, 'lng', r.lng, 'sealed', encode(r.sealed, 'base64'), 'phone', encode(r.phone, 'base64'),
      'media', (select count(*) from media m where m.report_id = r.id and m.contact_id = ${contact} and m.state <> 'refused'),
      'rating', (select json_build_object('score', score, 'sealed', encode(sealed, 'base64')) from rating
        where report_id = r.id and contact_id = ${contact}),
      'events', coalesce((select json_agg(json_build_object('at', e.at, 'action', e.action, 'by', e.actor, 'detail', e.detail,
          'blanks', e.blanks, 'sealed', encode(e.sealed, 'base64')) order by e.id)
        from report_event e where e.report_id = r.id), '[]')) order by r.id desc)
    from (select * from report where reporter_id = ${contact} order by id desc limit 400) r
    join category k on k.key = r.category and k.sensitive = 'none'
    join unit u on u.code = r.unit_code left join region g on g.code = r.region), '[]') as reports,
  coalesce((select json_agg(json_build_object('purpose', purpose, 'given', given, 'at', at) order by id desc)
    from (select * from consent where contact_id = ${contact} order by id desc limit 200) c), '[]') as consents,
  coalesce((select json_agg(json_build_object('number', number, 'kind', kind, 'state', state, 'at', asked_at, 'due', due,
      'ended', ended_at, 'sealed', encode(sealed, 'base64'), 'answer', encode(answer, 'base64')) order by id desc)
    from (select * from rights_request where contact_id = ${contact} order by id desc limit 30) q), '[]') as requests,
  coalesce((select json_agg(json_build_object('number', number, 'state', state, 'at', asked_at,
      'sealed', encode(sealed, 'base64'), 'answer', encode(answer, 'base64')) order by id desc)
    from (select * from hand_over where contact_id = ${contact} order by id desc limit 30) h), '[]') as questions,
  coalesce((select json_agg(json_build_object('number', t.number, 'service', s.name, 'state', t.state, 'at', t.opened_at,
      'lines', coalesce((select json_agg(json_build_object('at', at, 'by', from_whom, 'sealed', encode(sealed, 'base64')) order by id)
        from skm_line where thread_id = t.id), '[]')) order by t.id desc)
    from (select * from skm_thread where contact_id = ${contact} order by id desc limit 30) t
    join service s on s.code = t.service_code), '[]') as threads,
  coalesce((select json_agg(json_build_object('unit', u.name, 'since', w.since) order by u.name)
    from skm_wish w join unit u on u.code = w.unit_code where w.contact_id = ${contact}), '[]') as wishes`);

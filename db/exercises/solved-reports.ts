import { sql } from 'drizzle-orm';
import type { SolvedReport, Speaker } from '../../bot/domain/exercise/exercise.ts';
import type { Actor } from '../../bot/domain/life-step.ts';
import { localDate } from '../../bot/domain/local-date.ts';
import { isPlace } from '../../bot/domain/place.ts';
import type { City } from '../../bot/ports.ts';
import { openEvent } from '../event-words.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';

const p = sql.placeholder;

/** A report that an exercise could be made of, and where it lies. */
export type Candidate = { id: number; ticket: string; office: string };

/** A report is left alone for a week, in which it may be opened again, and is too old for an exercise after half a year. */
const quietDays = 7;
const newestDays = 180;

/** So many are looked through in one night. */
const most = 3000;

/**
 * What was solved and lies quiet, the newest first: of persons who are still with us, whom nobody plays in a demo, and whose
 * reports everybody who serves may read.
 */
const findQuiet = prepared<Candidate>(sql`
select r.id::int as id, r.ticket, r.unit_code as office
from report r join category c on c.key = r.category join contact k on k.id = r.reporter_id and k.circle is null
where r.state = 'selesai' and not r.confidential and r.sealed is null and r.concerns is null and c.sensitive = 'none'
  and r.received_at > ${p('now')}::timestamptz - make_interval(days => ${p('newest')}::int)
  and not exists (select from report_event e
    where e.report_id = r.id and e.at > ${p('now')}::timestamptz - make_interval(days => ${p('quiet')}::int))
order by r.id desc limit ${p('most')}`);

export const quietReports = (runner: Runner, now: Date): Promise<Candidate[]> =>
  findQuiet(runner, { now: now.toISOString(), quiet: quietDays, newest: newestDays, most });

type Row = {
  category: string;
  region: string | null;
  received: string;
  words: string | null;
  events: { actor: Actor; sealed: string }[];
};

/** What passed between citizen and office; why one office handed it to another is none of it. */
const spoken = sql`('add', 'ask_citizen', 'citizen_answers', 'citizen_replies', 'answer', 'not_yet', 'finish', 'reopen')`;

const findWords = prepared<Row>(sql`
select r.category, r.region, r.received_at::text as received, r.words,
  coalesce((select json_agg(json_build_object('actor', e.actor, 'sealed', translate(encode(e.sealed, 'base64'), E'\n', '')) order by e.id)
    from report_event e where e.report_id = r.id and e.sealed is not null and e.action in ${spoken}), '[]') as events
from report r where r.id = ${p('id')}::bigint and r.state = 'selesai' and not r.confidential`);

const speakerOf = (actor: Actor): Speaker => (actor === 'citizen' ? 'citizen' : 'office');

/** Opens the words of a report, for taking the people out of them at once; `undefined` where it was opened again meanwhile. */
export const solvedReport = async (
  runner: Runner,
  seal: Seal,
  { agency, categories, units, regions }: City,
  { id, ticket, office }: Candidate,
): Promise<SolvedReport | undefined> => {
  const [row] = await findWords(runner, { id });
  if (!row) return undefined;
  const category = categories.find(({ key }) => key === row.category);
  const region = regions.find(({ code }) => code === row.region);
  return {
    state: 'selesai',
    sensitive: category?.sensitive ?? 'restricted',
    confidential: false,
    category: category?.label ?? row.category,
    office: units.find(({ code }) => code === office)?.name ?? office,
    kelurahan: region && isPlace(region) ? region.name : null,
    on: localDate(new Date(row.received), agency.zone),
    words: row.words ?? '',
    said: row.events.flatMap(({ actor, sealed }) => {
      const { words } = openEvent(seal, { ticket, sensitive: 'none' }, Buffer.from(sealed, 'base64'));
      return words === null ? [] : [{ by: speakerOf(actor), words }];
    }),
  };
};

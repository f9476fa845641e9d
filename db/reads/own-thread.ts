import { sql } from 'drizzle-orm';
import type { Sensitivity } from '../../bot/domain/category.ts';
import { localDate } from '../../bot/domain/local-date.ts';
import type { ReportAction } from '../../bot/domain/report-state.ts';
import type { SensitiveThread } from '../../bot/reads.ts';
import { openEvent } from '../event-words.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { lookAtPin } from '../stores/pin.ts';

/** Steps whose words are meant for the reporter. */
export const toReporter: readonly ReportAction[] = [
  'ask_citizen',
  'answer',
  'not_yet',
  'extend',
  'finish',
  'not_ours',
  'archive',
];

const findSaid = prepared<{ at: string; sealed: Uint8Array; sensitive: Sensitivity }>(sql`
select e.at, e.sealed, c.sensitive from report_event e join report r on r.id = e.report_id join category c on c.key = r.category
where r.ticket = ${sql.placeholder('ticket')} and e.sealed is not null and e.actor <> 'citizen'
  and e.action = any(${sql.placeholder('actions')}::text[])
order by e.id`);

const findPhotos = prepared<SensitiveThread['media'][number]>(
  sql`select id, kind from media where id = any(${sql.placeholder('ids')}::uuid[]) and state <> 'refused' order by created_at, id`,
);

/** The thread of a reporter's own sensitive report: what officers wrote there, and the PIN that guards it. */
export const ownThread = async (
  runner: Runner,
  seal: Seal,
  { ticket, contact, zone }: { ticket: string; contact: number; zone: string },
): Promise<SensitiveThread> => {
  const [{ guard }, said] = await Promise.all([
    lookAtPin(runner, seal, { contact, pin: null }),
    findSaid(runner, { ticket, actions: toReporter }),
  ]);
  const opened = said.map(({ at, sealed, sensitive }) => ({
    on: localDate(new Date(at), zone),
    ...openEvent(seal, { ticket, sensitive }, sealed),
  }));
  const ids = opened.findLast(({ photos }) => photos.length > 0)?.photos ?? [];
  return {
    pin: guard,
    said: opened.flatMap(({ on, words }) => (words ? [{ on, words }] : [])),
    media: ids.length > 0 ? [...(await findPhotos(runner, { ids: `{${ids.join(',')}}` }))] : [],
  };
};

import { sql } from 'drizzle-orm';
import { type MainCandidate, type MainLook, type MergeFault, mergeFault } from '../../bot/domain/merge.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { type CaseRow, caseOf, comerOf, readCase } from './case.ts';

const p = sql.placeholder;

const standing = (row: CaseRow, contact: number, seal: Seal, city: City) => {
  const who = comerOf(row, 'staff', contact, seal, city);
  return who && { ticket: row.ticket, case: caseOf(row, city), who };
};

/** Whether a report may be handled under another by the employee behind a chat. */
export const lookAtMain = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { ticket, main, contact }: { ticket: string; main: string; contact: number },
): Promise<MainLook> => {
  const [row, other] = await Promise.all([
    readCase(runner, ticket, contact),
    readCase(runner, main, contact),
  ]);
  const it = row && standing(row, contact, seal, city);
  const fault: MergeFault | undefined = it
    ? mergeFault(it, other && standing(other, contact, seal, city))
    : 'unknown';
  return { fault: fault ?? null };
};

const findAlike = prepared<{ ticket: string; metres: number | null }>(sql`
select main.ticket, (2 * 6371008.8 * asin(least(1, sqrt(power(sin(radians(main.lat - r.lat) / 2), 2)
    + cos(radians(r.lat)) * cos(radians(main.lat)) * power(sin(radians(main.lng - r.lng) / 2), 2)))))::int as metres
from report r join report main on main.category = r.category and main.confidential = r.confidential
  and main.unit_code = r.unit_code and main.id <> r.id
  and main.state not in ('selesai', 'bukan_wewenang', 'diarsipkan', 'digabung')
where r.ticket = ${p('ticket')}
order by metres nulls last, main.received_at desc limit 10`);

/** So many are offered; any other is named by its number. */
const offered = 4;

/** Open reports a report might be merged into: of its category, office and secrecy, the nearest first; only such as may be. */
export const mainCandidates = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { ticket, contact }: { ticket: string; contact: number },
): Promise<MainCandidate[]> => {
  const alike = await findAlike(runner, { ticket });
  const looks = await Promise.all(
    alike.map(({ ticket: main }) => lookAtMain(runner, seal, city, { ticket, main, contact })),
  );
  return alike
    .filter((_, i) => looks[i]?.fault === null)
    .slice(0, offered)
    .map(({ ticket, metres }) => ({ ticket, metres }));
};

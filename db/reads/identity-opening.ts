import { sql } from 'drizzle-orm';
import type { OpeningView } from '../../bot/domain/identity-opening.ts';
import { type Opening, openingStep } from '../../bot/domain/identity-opening.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { type CaseRow, caseOf, comerOf, readCase } from './case.ts';
import { allowed } from './case-view.ts';
import { handlersOf, type StaffChat } from './handlers.ts';

type Row = {
  id: number;
  asked_by: number;
  reason: Uint8Array;
  asked_at: string;
  agreed_at: string | null;
  refused_at: string | null;
  shown_at: string | null;
};

/** The last request of a report. It was shown when the audit log says that who asked has opened it since. */
const findOpening =
  prepared<Row>(sql`select o.id::int as id, o.asked_by::int as asked_by, o.reason, o.asked_at, o.agreed_at, o.refused_at,
    (select max(a.at) from audit a where a.report_id = o.report_id and a.action = 'open-identity' and a.employee_id = o.asked_by
      and a.at >= o.agreed_at) as shown_at
  from identity_opening o where o.report_id = ${sql.placeholder('report')} order by o.id desc limit 1`);

export const reasonPlace = (ticket: string): string => `opening|${ticket}`;

const at = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));

const openingFrom = (row: Row): Opening => ({
  askedBy: row.asked_by,
  askedAt: new Date(row.asked_at),
  agreedAt: at(row.agreed_at),
  refusedAt: at(row.refused_at),
  shownAt: at(row.shown_at),
});

/** A sensitive report as one of its handlers comes to its identity; `request` is the last one's row and who made it. */
export type IdentityDesk = {
  row: CaseRow;
  me: number;
  others: StaffChat[];
  view: OpeningView;
  request: { id: number; askedBy: number } | undefined;
};

/** How it stands with opening an identity; `undefined` for whoever the permission table keeps from it. */
export const identityDesk = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { ticket, contact, now }: { ticket: string; contact: number; now: Date },
): Promise<IdentityDesk | undefined> => {
  const row = await readCase(runner, ticket, contact);
  const who = row && comerOf(row, 'staff', contact, seal, city);
  if (!row?.staff || !who || row.sensitive === 'none') return undefined;
  if (!allowed(caseOf(row, city), who, 'see-identity', ['with-two'])) return undefined;
  const me = row.staff.id;
  const [[found], handlers] = await Promise.all([
    findOpening(runner, { report: row.id }),
    handlersOf(runner, city, row),
  ]);
  const step = openingStep(found && openingFrom(found), me, now);
  const others = handlers.filter(({ employee }) => employee !== me);
  const reason = found && step === 'judge' ? seal.open('sensitive', reasonPlace(ticket), found.reason) : null;
  return {
    row,
    me,
    others,
    view: { step, others: others.length > 0, reason },
    request: found && { id: found.id, askedBy: found.asked_by },
  };
};

import { sql } from 'drizzle-orm';
import type { Colleague } from '../../../bot/domain/training/answers-for.ts';
import { sameCertificate } from '../../../bot/domain/training/same-certificate.ts';
import { prepared, type Runner } from '../../prepared.ts';

const p = sql.placeholder;

/** The employee whose certificates a chat sends. */
export type Owner = Colleague & { name: string; unitName: string };

const lockOwner = prepared<Owner>(sql`
select e.id::int as id, e.name, e.unit_code as unit, u.name as "unitName",
  (select id::int from employee head where head.nip = e.supervisor_nip) as supervisor
from staff_link l join employee e on e.id = l.employee_id and e.active join unit u on u.code = e.unit_code
where l.contact_id = ${p('contact')} and l.ended_at is null for no key update of e`);

const findHeld = prepared<{ id: number; title: string; number: string | null; date: string }>(sql`
select id::int as id, title, number, date::text as date from certificate where employee_id = ${p('owner')} and status <> 'ditolak'`);

/** Whoever sends from this chat, locked, so that one paper sent from two chats at once is kept once. */
export const ownerOf = async (runner: Runner, contact: number): Promise<Owner | undefined> =>
  (await lockOwner(runner, { contact }))[0];

/** Whether they hold or sent this paper already; `except`: the one that is being corrected. */
export const holdsAlready = async (
  runner: Runner,
  owner: number,
  paper: Parameters<typeof sameCertificate>[0],
  except?: number,
): Promise<boolean> =>
  (await findHeld(runner, { owner })).some((one) => one.id !== except && sameCertificate(one, paper));

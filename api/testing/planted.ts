import type { Ties } from '../../bot/domain/permissions/scope.ts';
import type { ReportState } from '../../bot/domain/report-state.ts';
import type { Role } from '../../bot/domain/roles.ts';
import { reporterKey } from '../../db/reads/case.ts';
import { contentPlace } from '../../db/stores/file-sensitive.ts';
import type { TestHall } from './hall.ts';

export type Plant = {
  role: Role;
  ties: Ties;
  unit: string;
  concerns?: string;
  sensitive: boolean;
  confidential: boolean;
  state: ReportState;
  ticket: string;
  words: string;
};

let people = 500_000;

const citizens: readonly Role[] = ['citizen', 'follower', 'stranger'];

/** The steps that lead to a state. */
const lives: { [state in ReportState]?: readonly (readonly [string, ReportState, string])[] } = {
  diterima: [],
  diteruskan: [['forward', 'diteruskan', 'clock']],
  diproses: [
    ['forward', 'diteruskan', 'clock'],
    ['accept', 'diproses', 'officer'],
  ],
  ditindaklanjuti: [
    ['forward', 'diteruskan', 'clock'],
    ['accept', 'diproses', 'officer'],
    ['finish', 'ditindaklanjuti', 'officer'],
  ],
  dibuka_kembali: [
    ['forward', 'diteruskan', 'clock'],
    ['accept', 'diproses', 'officer'],
    ['finish', 'ditindaklanjuti', 'officer'],
    ['confirm', 'selesai', 'citizen'],
    ['reopen', 'dibuka_kembali', 'citizen'],
  ],
};

/** The office in which somebody of a role works in these tests. */
const officeFor = (role: Role, { assigned }: Ties): string => {
  if (role === 'coordinator') return 'setda';
  return role === 'inspector' || assigned ? 'inspektorat' : 'dinas_perhubungan';
};

/** A report in a state and a person of one hat who stands to it in a certain way, made straight in the database. */
export const planted = async ({ hall }: TestHall, plant: Plant) => {
  const { sql } = hall.database;
  const person = people++;
  const address = {
    channel: 'telegram' as const,
    account: hall.channels[0]?.account ?? '',
    id: String(person),
  };
  const session = await hall.sessions.open(address, true);
  const contact = session.contact.id;
  const { role, ties, ticket, sensitive, confidential, words } = plant;
  if (!citizens.includes(role)) {
    const nip = `99${String(person).padStart(16, '0')}`;
    await sql`insert into employee (nip, name, unit_code, position, kind, roles)
      values (${nip}, 'Contoh', ${officeFor(role, ties)}, 'Contoh', ${role === 'asn' ? 'pns' : 'other'}, ${role === 'asn' ? '{}' : `{${role}}`}::text[])`;
    await sql`insert into staff_link (employee_id, contact_id, channel, since)
      select id, ${contact}, 'telegram', now() - interval '2 days' from employee where nip = ${nip}`;
  }
  const content = JSON.stringify({ words, place: {}, photos: [] });
  const sealed = sensitive
    ? hall.seal.seal('sensitive', contentPlace(ticket), content)
    : confidential
      ? hall.seal.seal('report', `report|${ticket}`, content)
      : null;
  const category = sensitive ? (plant.unit === 'dinas_pppa' ? 'kekerasan' : 'pungli') : 'lampu_jalan';
  const at = hall.clock.now().toISOString();
  await sql`insert into report (ticket, kind, category, unit_code, state, anonymous, confidential, words, sealed, reporter_id,
      reporter_key, concerns, channel, received_at, first_answer_due, resolve_due, verify_due, settle_days)
    values (${ticket}, 'pengaduan', ${category}, ${plant.unit}, ${plant.state}, true, ${confidential},
      ${sealed ? null : words}, ${sealed}, ${ties.wrote && !sensitive ? contact : null},
      ${sensitive ? reporterKey(hall.seal, ticket, ties.wrote ? contact : 0) : null}, ${plant.concerns ?? null}, 'telegram', ${at},
      current_date + 30, current_date + 40, current_date + 20, 14)`;
  const steps = [['received', 'diterima', 'citizen'] as const, ...(lives[plant.state] ?? [])];
  for (const [action, state, actor] of steps)
    await sql`insert into report_event (report_id, at, action, state, actor) select id, ${at}, ${action}, ${state}, ${actor}
      from report where ticket = ${ticket}`;
  if (ties.follows)
    await sql`insert into follower (report_id, contact_id, since) select id, ${contact}, ${at} from report where ticket = ${ticket}`;
  return { person, ticket, events: steps.length + (ties.follows ? 1 : 0) };
};

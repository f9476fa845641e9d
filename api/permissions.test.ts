import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Inbound } from '../bot/conversation/inbound.ts';
import type { CaseAction } from '../bot/domain/permissions/action.ts';
import { may } from '../bot/domain/permissions/may.ts';
import { type Scope, scopeOf, scopes, type Ties } from '../bot/domain/permissions/scope.ts';
import { isGranted } from '../bot/domain/permissions/verdict.ts';
import { stepOf } from '../bot/domain/report-life.ts';
import type { ReportAction, ReportState } from '../bot/domain/report-state.ts';
import { type Role, roles, staffRoles } from '../bot/domain/roles.ts';
import { newTicket } from '../bot/domain/ticket.ts';
import { openTestHall, type TestHall } from './testing/hall.ts';
import { planted } from './testing/planted.ts';
import { openOffice } from './testing/staff.ts';

const canary = 'kenari-kuning-di-jendela';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
});
afterAll(() => house.close());

/** The doors of the chat, each with the row of the table that guards it, and a state in which it leads somewhere. */
const doors: readonly { form: string; action: CaseAction; step?: ReportAction; state: ReportState }[] = [
  { form: 'accept', action: 'accept', step: 'accept', state: 'diteruskan' },
  { form: 'again', action: 'accept', step: 'resume', state: 'dibuka_kembali' },
  { form: 'return', action: 'return', step: 'return', state: 'diteruskan' },
  { form: 'answer', action: 'answer', step: 'answer', state: 'diproses' },
  { form: 'ask', action: 'ask-citizen', step: 'ask_citizen', state: 'diproses' },
  { form: 'finish', action: 'finish', step: 'finish', state: 'diproses' },
  { form: 'new-date', action: 'new-date', step: 'extend', state: 'diproses' },
  { form: 'verify', action: 'verify', step: 'verify', state: 'diterima' },
  { form: 'forward', action: 'forward', step: 'forward', state: 'diterima' },
  { form: 'not-ours', action: 'not-ours', step: 'not_ours', state: 'diterima' },
  { form: 'archive', action: 'archive', step: 'archive', state: 'diterima' },
  { form: 'merge', action: 'merge', step: 'merge', state: 'diproses' },
  { form: 'note', action: 'note', state: 'diproses' },
  { form: 'publish', action: 'approve-public', state: 'diproses' },
  { form: 'add', action: 'add', step: 'add', state: 'diproses' },
  { form: 'solved', action: 'confirm', step: 'confirm', state: 'ditindaklanjuti' },
  { form: 'follow', action: 'follow', state: 'diproses' },
];

const isStaff = (role: Role): boolean => (staffRoles as readonly Role[]).includes(role);

/** Which part in a report's life a hat plays; written once more, since the house's own table is what is tested. */
const parts: { [role in Role]?: string } = {
  citizen: 'citizen',
  follower: 'citizen',
  officer: 'officer',
  inspector: 'officer',
  coordinator: 'coordinator',
  supervisor: 'supervisor',
};

/** Forms of citizens are for whoever comes as one, forms of the staff for the staff; the chat takes nobody for both. */
const citizenForms = new Set(['add', 'solved', 'follow']);

/** Whoever serves is a stranger to a report they did not write, as a citizen. */
const foreign = (scope: Scope): Scope => {
  if (scope.startsWith('sensitive')) return 'sensitive-other';
  return scope.startsWith('tertutup') ? 'tertutup-other' : 'other';
};

const expected = (role: Role, door: (typeof doors)[number], scope: Scope): boolean => {
  const asCitizen = citizenForms.has(door.form);
  if (!asCitizen && !isStaff(role)) return false;
  const [as, on] =
    asCitizen && isStaff(role) ? (['stranger', foreign(scope)] as const) : ([role, scope] as const);
  if (!isGranted(may(as, door.action, on))) return false;
  return door.step ? (stepOf(door.state, door.step)?.by.includes(parts[as] as never) ?? false) : true;
};

/** How somebody of a role comes to stand to a report in a scope; `undefined` where no such report exists for them. */
const standing = (role: Role, scope: Scope): { ties: Ties; unit: string; concerns?: string } | undefined => {
  const own = scope === 'own' || scope.endsWith('-own');
  const sensitive = scope.startsWith('sensitive');
  const unit = sensitive ? 'inspektorat' : own && isStaff(role) ? 'dinas_perhubungan' : 'dinas_pu';
  if (role === 'citizen') return { ties: { wrote: own }, unit };
  if (role === 'follower') return own ? { ties: { follows: true }, unit } : undefined;
  if (role === 'stranger') return own ? undefined : { ties: {}, unit };
  if (role === 'inspector')
    return sensitive
      ? { ties: { assigned: own }, unit: own ? 'inspektorat' : 'dinas_pppa' }
      : own
        ? undefined
        : { ties: {}, unit: 'dinas_pu' };
  if (sensitive)
    return own ? { ties: { concerned: true }, unit, concerns: 'dinas_perhubungan' } : { ties: {}, unit };
  if (role === 'coordinator') return { ties: { atDesk: own }, unit: 'dinas_pu' };
  return { ties: { inUnit: own }, unit };
};

let updates = 0;

const addressOf = (person: number) => ({
  channel: 'telegram' as const,
  account: house.hall.channels[0]?.account ?? '',
  id: String(person),
});

/** Presses a button, forged or not, and gives all that was said to it at once or by letter. */
const press = async (person: number, button: string): Promise<string> => {
  const from = addressOf(person);
  const inbound: Inbound = {
    id: `matrix-${++updates}`,
    from,
    at: new Date(),
    content: { kind: 'choice', id: button },
  };
  const handled = await house.hall.handle(inbound, house.hall.keyOf(from, inbound.id));
  const { id } = handled.session.contact;
  const letters = await house.hall.database.sql<{ body: Uint8Array }[]>`
    select body from letter where contact_id = ${id} and body is not null`;
  const written = letters.map(({ body }) => house.hall.seal.open('letter', `letter|${id}`, body));
  return [JSON.stringify(handled.say), ...written].join('\n');
};

/** Whether a press led anywhere: a conversation about that report is open, or something happened to it. */
const ledOn = async (person: number, ticket: string, before: number): Promise<boolean> => {
  const { talk } = await house.hall.sessions.open(addressOf(person), true);
  const [now] = await house.hall.database.sql<{ events: number }[]>`
    select ((select count(*) from report_event where report_id = r.id) + (select count(*) from follower where report_id = r.id))::int as events
    from report r where r.ticket = ${ticket}`;
  return talk?.answers.ticket === ticket || (now?.events ?? 0) > before;
};

describe.each(roles)('as %s', (role) => {
  test.each(doors)('$form opens to nobody but whom the table names', async (door) => {
    const wrong: string[] = [];
    for (const scope of scopes) {
      const where = standing(role, scope);
      const followsAlready = role === 'follower' && door.form === 'follow';
      if (!where || followsAlready) continue;
      const { person, ticket, events } = await planted(house, {
        role,
        ...where,
        sensitive: scope.startsWith('sensitive'),
        confidential: scope.startsWith('tertutup') || scope.startsWith('sensitive'),
        state: door.state,
        ticket: newTicket('SLT', house.hall.parts.random),
        words: canary,
      });
      const atDesk = door.state === 'diterima';
      const report = {
        sensitive: scope.startsWith('sensitive') ? ('inspektorat' as const) : ('none' as const),
        confidential: scope.startsWith('tertutup'),
      };
      const actual = scopeOf(role, report, role === 'coordinator' ? { ...where.ties, atDesk } : where.ties);
      const said = await press(person, `go:${door.form}:${ticket}`);
      const open = await ledOn(person, ticket, events);
      const should = expected(role, door, actual);
      if (open !== should) wrong.push(`${scope} (${actual}): ${open ? 'opened' : 'shut'}\n${said}`);
      if (said.includes(canary) && !isGranted(may(role, 'see-text', actual)))
        wrong.push(`${scope}: leaked\n${said}`);
    }
    expect(wrong).toEqual([]);
  });

  test('sees of a report what the table shows, and no more', async () => {
    const wrong: string[] = [];
    for (const scope of scopes) {
      const where = standing(role, scope);
      if (!where) continue;
      const { person, ticket } = await planted(house, {
        role,
        ...where,
        sensitive: scope.startsWith('sensitive'),
        confidential: scope.startsWith('tertutup') || scope.startsWith('sensitive'),
        state: 'diproses',
        ticket: newTicket('SLT', house.hall.parts.random),
        words: canary,
      });
      const report = {
        sensitive: scope.startsWith('sensitive') ? ('inspektorat' as const) : ('none' as const),
        confidential: scope.startsWith('tertutup'),
      };
      const actual = scopeOf(
        role,
        report,
        role === 'coordinator' ? { ...where.ties, atDesk: false } : where.ties,
      );
      const shown = isStaff(role) && isGranted(may(role, 'see-text', actual));
      const said = await press(person, `go:case:${ticket}`);
      if (said.includes(canary) !== shown)
        wrong.push(`${scope} (${actual}): text ${shown ? 'hidden' : 'shown'}\n${said}`);
      if (isStaff(role)) continue;
      const status = isGranted(may(role, 'see-status', actual));
      const tracked = await press(person, `go:track:${ticket}`);
      const known = !tracked.includes('track.unknown');
      if (known !== status) wrong.push(`${scope} (${actual}): ${known ? 'known' : 'unknown'}\n${tracked}`);
      if (tracked.includes(canary) && !isGranted(may(role, 'see-text', actual)))
        wrong.push(`${scope}: tracked text`);
    }
    expect(wrong).toEqual([]);
  });
});

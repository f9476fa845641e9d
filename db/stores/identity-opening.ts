import { sql } from 'drizzle-orm';
import type { Reply } from '../../bot/conversation/reply.ts';
import { mayAskAgain } from '../../bot/domain/identity-opening.ts';
import type { Effect } from '../../bot/effects.ts';
import type { City, Contact } from '../../bot/ports.ts';
import { Overtaken } from '../overtaken.ts';
import { prepared, type Runner } from '../prepared.ts';
import { holdReport } from '../reads/case.ts';
import { chatOf, overseers } from '../reads/handlers.ts';
import { type IdentityDesk, identityDesk, reasonPlace } from '../reads/identity-opening.ts';
import type { Seal } from '../sealed.ts';
import { writeAudit } from './audit.ts';
import { contactById } from './contact.ts';
import { identityPlace } from './file-sensitive.ts';
import { addLetters } from './letter.ts';

const p = sql.placeholder;

/** Of the staff, who asks, agrees or opens: their chat, and the hall's time. */
type By = { contact: Pick<Contact, 'id' | 'address'>; at: Date };

/** The report, held until the transaction ends, so that of two who act at one moment the second sees what the first did. */
const heldDesk = async (
  runner: Runner,
  seal: Seal,
  city: City,
  ticket: string,
  { contact, at }: By,
): Promise<IdentityDesk> => {
  await holdReport(runner, { ticket });
  const desk = await identityDesk(runner, seal, city, { ticket, contact: contact.id, now: at });
  if (!desk) throw new Overtaken();
  return desk;
};

const tell = (
  runner: Runner,
  seal: Seal,
  contacts: readonly Pick<Contact, 'id' | 'address'>[],
  say: Reply,
): Promise<unknown> =>
  Promise.all(
    contacts.flatMap((contact) => addLetters(runner, seal, contact, [{ say, lane: 'interactive' }])),
  );

const insertRequest = prepared(sql`insert into identity_opening (report_id, asked_by, reason, asked_at)
  values (${p('report')}, ${p('employee')}, ${p('reason')}, ${p('at')})`);

/** A handler asks to open an identity; the others who handle the report hear that there is news. Throws `Overtaken` where it may not be asked now. */
export const askIdentity = async (
  runner: Runner,
  seal: Seal,
  city: City,
  by: By,
  { ticket, reason, notice }: Extract<Effect, { do: 'identity.ask' }>,
): Promise<void> => {
  const { row, me, others, view } = await heldDesk(runner, seal, city, ticket, by);
  if (!mayAskAgain(view.step) || others.length === 0) throw new Overtaken();
  await insertRequest(runner, {
    report: row.id,
    employee: me,
    reason: seal.seal('sensitive', reasonPlace(ticket), reason),
    at: by.at.toISOString(),
  });
  await writeAudit(runner, seal, { action: 'ask-identity', employee: me, report: row.id, reason }, by.at);
  await tell(
    runner,
    seal,
    others.map(({ contact }) => contact),
    notice,
  );
};

const agree = prepared(
  sql`update identity_opening set agreed_by = ${p('employee')}, agreed_at = ${p('at')} where id = ${p('request')}`,
);
const refuse = prepared(sql`update identity_opening set refused_at = ${p('at')} where id = ${p('request')}`);

/** Another handler agrees or refuses; who asked hears that there is news. Throws `Overtaken` where nothing waits for this one. */
export const judgeIdentity = async (
  runner: Runner,
  seal: Seal,
  city: City,
  by: By,
  { ticket, agree: agrees, notice }: Extract<Effect, { do: 'identity.judge' }>,
): Promise<void> => {
  const { row, me, view, request } = await heldDesk(runner, seal, city, ticket, by);
  if (view.step !== 'judge' || !request) throw new Overtaken();
  const at = by.at.toISOString();
  await (agrees
    ? agree(runner, { request: request.id, employee: me, at })
    : refuse(runner, { request: request.id, at }));
  const action = agrees ? 'agree-identity' : 'refuse-identity';
  await writeAudit(runner, seal, { action, employee: me, report: row.id }, by.at);
  const chats = await chatOf(runner, { employee: request.askedBy });
  await tell(
    runner,
    seal,
    chats.map(({ id, channel, account }) => ({ id, address: { channel, account, id: '' } })),
    notice,
  );
};

const findIdentity = prepared<{ sealed: Uint8Array }>(
  sql`select sealed from sensitive_identity where report_id = ${p('report')}`,
);

/** Channel and account id of who wrote; nothing else is known of them. */
const reporterOf = async (runner: Runner, seal: Seal, { id, ticket }: IdentityDesk['row']) => {
  const [known] = await findIdentity(runner, { report: id });
  if (!known) return undefined;
  const contact = Number(seal.open('identity', identityPlace(ticket), known.sealed));
  const [row] = await contactById(runner, { id: contact });
  return (
    row && { label: row.channel, number: seal.open('address', `${row.channel}|${row.account}`, row.address) }
  );
};

/**
 * Shows an identity once, to who asked, in one transaction with its line in the audit log; all inspectors and leaders hear
 * of the line by its number. Throws `Overtaken` where no agreement stands.
 */
export const openIdentity = async (
  runner: Runner,
  seal: Seal,
  city: City,
  by: By,
  { ticket }: Extract<Effect, { do: 'identity.open' }>,
): Promise<void> => {
  const { row, me, view } = await heldDesk(runner, seal, city, ticket, by);
  if (view.step !== 'agreed') throw new Overtaken();
  const number = await writeAudit(
    runner,
    seal,
    { action: 'open-identity', employee: me, report: row.id },
    by.at,
  );
  const who = await reporterOf(runner, seal, row);
  const blanks = { ticket, label: { literal: who?.label ?? '-' }, number: { literal: who?.number ?? '-' } };
  await tell(runner, seal, [by.contact], { text: { key: 'reveal.show', with: blanks } });
  const told: Reply = { text: { key: 'reveal.told', with: { number } } };
  const chats = await overseers(runner);
  await tell(
    runner,
    seal,
    chats.map(({ contact }) => contact),
    told,
  );
};

import { sql } from 'drizzle-orm';
import { answerDue } from '../../bot/domain/rights.ts';
import type { Effect } from '../../bot/effects.ts';
import type { Contact } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import { forgetPerson } from '../retention/forget-person.ts';
import { forgetReports } from '../retention/forget-reports.ts';
import type { Seal } from '../sealed.ts';
import { recordConsent } from './consent.ts';
import { findRightsOfficer } from './rights-officer.ts';
import { dropAllWishes } from './survey-wish.ts';
import { buryPerson, buryReport } from './tombstone.ts';

const p = sql.placeholder;

type RightsEffect = Extract<Effect, { do: `rights.${string}` }>;
type Asked = Exclude<RightsEffect, { do: 'rights.answer' }>;

/** Where the words of a request, and of its answer, are sealed. */
export const rightsPlace = (number: string): string => `rights|${number}`;

const insertRequest = prepared(sql`
insert into rights_request (number, contact_id, kind, sealed, asked_at, due, officer_id, state, answer, ended_at)
values (${p('number')}, ${p('contact')}, ${p('kind')}, ${p('words')}::bytea, ${p('at')}, ${p('due')}, ${p('officer')}::bigint,
  case when ${p('answer')}::bytea is null then 'open' else 'done' end, ${p('answer')}::bytea,
  case when ${p('answer')}::bytea is null then null else ${p('at')}::timestamptz end)`);

const kindOf = (effect: Asked) => {
  switch (effect.do) {
    case 'rights.see':
      return 'see';
    case 'rights.ask':
      return 'correct';
    case 'rights.delete':
      return 'delete';
    case 'rights.withdraw':
      return 'withdraw';
    default:
      return effect satisfies never;
  }
};

/** Writes the numbered case; with an answer it is closed in the same breath. The named officer answers for it either way. */
const openCase = async (
  runner: Runner,
  seal: Seal,
  contact: number,
  effect: Asked,
  { at, answer }: { at: Date; answer?: string },
): Promise<void> => {
  const { number } = effect;
  const sealed = (text: string | undefined) => (text ? seal.seal('report', rightsPlace(number), text) : null);
  const officer = await findRightsOfficer(runner, contact);
  await insertRequest(runner, {
    number,
    contact,
    kind: kindOf(effect),
    words: sealed(effect.do === 'rights.ask' ? effect.words : undefined),
    at: at.toISOString(),
    due: answerDue(at).toISOString(),
    officer: officer?.employee ?? null,
    answer: sealed(answer),
  });
};

const takePhones = prepared(
  sql`update report set phone = null, anonymous = true where reporter_id = ${p('contact')} and phone is not null`,
);
const stopNews = prepared(
  sql`update contact set stopped_at = coalesce(stopped_at, ${p('at')}::timestamptz) where id = ${p('contact')}`,
);

const isOwn = prepared<{ id: number }>(
  sql`select id::int as id from report where ticket = ${p('ticket')} and reporter_id = ${p('contact')}`,
);

/** Nobody takes back somebody else's report, whatever number a conversation hands in. */
const takeBack = async (
  runner: Runner,
  seal: Seal,
  { contact, ticket, at }: { contact: number; ticket: string; at: Date },
): Promise<number> => {
  const own = await isOwn(runner, { contact, ticket });
  if (own.length === 0) return 0;
  await buryReport(runner, seal, ticket, at);
  return forgetReports(runner, seal, { ticket });
};

const withdraw = async (
  runner: Runner,
  contact: number,
  { purposes, version }: Extract<Effect, { do: 'rights.withdraw' }>,
  at: Date,
): Promise<void> => {
  if (purposes.includes('phone')) await takePhones(runner, { contact });
  if (purposes.includes('news')) await stopNews(runner, { contact, at: at.toISOString() });
  if (purposes.includes('survey-news')) await dropAllWishes(runner, contact);
  for (const purpose of purposes)
    await recordConsent(runner, contact, { purpose, given: 'withdrawn', version }, at);
};

/**
 * Opens what a person asks about their own data; what can be done at once is done, and the case closed with it. For the
 * rest the named officer is written to by a job, so that nobody is at night.
 */
export const askRights = async (
  runner: Runner,
  seal: Seal,
  { id: contact }: Pick<Contact, 'id'>,
  effect: Asked,
  at: Date,
): Promise<void> => {
  switch (effect.do) {
    case 'rights.see':
      await openCase(runner, seal, contact, effect, { at, answer: effect.answer });
      return;
    case 'rights.ask':
      await openCase(runner, seal, contact, effect, { at });
      return;
    case 'rights.withdraw':
      await withdraw(runner, contact, effect, at);
      await openCase(runner, seal, contact, effect, { at, answer: effect.purposes.join(' ') });
      return;
    case 'rights.delete': {
      const { ticket } = effect;
      if (!ticket) await buryPerson(runner, contact, at);
      const reports = ticket
        ? await takeBack(runner, seal, { contact, ticket, at })
        : await forgetPerson(runner, seal, contact, at);
      await openCase(runner, seal, contact, effect, { at, answer: `reports ${reports}` });
      return;
    }
    default:
      effect satisfies never;
  }
};

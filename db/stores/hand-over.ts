import { sql } from 'drizzle-orm';
import type { ChannelName } from '../../bot/conversation/inbound.ts';
import type { Text } from '../../bot/conversation/reply.ts';
import type { Effect } from '../../bot/effects.ts';
import type { City, Contact, Letter } from '../../bot/ports.ts';
import { Overtaken } from '../overtaken.ts';
import { prepared, type Runner } from '../prepared.ts';
import { answerersOf, handOverAlias, handOverPlace } from '../reads/hand-over.ts';
import { type Listener, onDutyNow } from '../reads/listeners.ts';
import type { Seal } from '../sealed.ts';
import { writeAudit } from './audit.ts';
import { addLetters } from './letter.ts';

const p = sql.placeholder;

const insertQuestion = prepared(sql`
insert into hand_over (number, contact_id, locale, asked_at, due, sealed, told_at)
values (${p('number')}, ${p('contact')}, ${p('locale')}, ${p('at')}, ${p('due')}, ${p('sealed')}, ${p('told')}::timestamptz)`);

/** A question as its letter needs it. */
export type Question = { number: string; contact: number; words: string; due: string };

/** What officers on duty get: the question under an alias with *Balas*; `remind`: once more, on its day. */
export const questionLetter = (
  seal: Seal,
  { number, contact, words, due }: Question,
  to: number,
  remind = false,
): Letter => {
  const { plant, number: nth } = handOverAlias(seal, number, contact);
  const alias: Text = { key: 'alias', with: { plant: { literal: plant }, number: nth } };
  const key = remind ? 'handover.remind' : 'handover.new';
  return {
    say: {
      text: { key, with: { number, alias, words: { literal: words }, date: { date: due } } },
      choices: [{ id: `go:handover-answer:${number}`, label: { key: 'button.case.answer' } }],
    },
    lane: 'interactive',
    dedupe: `${key}:${number}:${to}`,
  };
};

/** Writes the same to several officers. */
export const tellAnswerers = async (
  runner: Runner,
  seal: Seal,
  all: readonly Listener[],
  question: Question,
  remind = false,
): Promise<void> => {
  await Promise.all(
    all.flatMap(({ contact }) =>
      addLetters(runner, seal, contact, [questionLetter(seal, question, contact.id, remind)]),
    ),
  );
};

/** Keeps a question to an officer and lays it before everybody on duty; while nobody is, it waits for the next of them. */
export const askPerson = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { number, words, locale, due }: Extract<Effect, { do: 'handover.ask' }>,
  at: Date,
): Promise<void> => {
  const others = (await answerersOf(runner, city)).filter(({ chats }) => !chats.includes(contact));
  const there = await onDutyNow(runner, city, at, others);
  await insertQuestion(runner, {
    number,
    contact,
    locale,
    at: at.toISOString(),
    due,
    sealed: seal.seal('report', handOverPlace(number), words),
    told: there.length > 0 ? at.toISOString() : null,
  });
  await tellAnswerers(runner, seal, there, { number, contact, words, due });
};

const takeQuestion = prepared<{ contact: number; channel: string; account: string }>(sql`
with taken as (
  update hand_over set state = 'answered', taken_by = ${p('employee')}::bigint, answered_at = ${p('at')}, answer = ${p('answer')}
  where number = ${p('number')} and state <> 'answered' and contact_id is not null returning contact_id
)
select c.id::int as contact, c.channel, c.account from taken join contact c on c.id = taken.contact_id`);

/**
 * Carries an answer back to whoever asked. Throws `Overtaken` when somebody else answered first, or this employee may not:
 * it is then decided again. What a swindler would ask for brings a warning along and a line in the audit log.
 */
export const answerPerson = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id }: Pick<Contact, 'id'>,
  { number, words, risks }: Extract<Effect, { do: 'handover.answer' }>,
  at: Date,
): Promise<void> => {
  const [answerer] = await answerersOf(runner, city, id);
  if (!answerer) throw new Overtaken();
  const { employee } = answerer;
  const answer = seal.seal('report', handOverPlace(number), words);
  const [asker] = await takeQuestion(runner, { number, employee, at: at.toISOString(), answer });
  if (!asker) throw new Overtaken();
  if (risks.length > 0) await writeAudit(runner, seal, { action: 'warn-citizen', employee }, at);
  const said: Text = { key: 'handover.answered', with: { number, words: { literal: words } } };
  const text: Text = risks.length > 0 ? { join: [said, { key: 'warning.money' }], by: '\n\n' } : said;
  const address = { channel: asker.channel as ChannelName, account: asker.account, id: '' };
  await Promise.all(
    addLetters(runner, seal, { id: asker.contact, address }, [
      {
        say: { text, choices: [{ id: 'go:person', label: { key: 'button.ask-more' } }] },
        lane: 'interactive',
        dedupe: `handover:${number}`,
      },
    ]),
  );
};

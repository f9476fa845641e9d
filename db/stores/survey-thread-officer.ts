import { sql } from 'drizzle-orm';
import type { Reply, Text } from '../../bot/conversation/reply.ts';
import type { Effect } from '../../bot/effects.ts';
import type { City, Contact } from '../../bot/ports.ts';
import { Overtaken } from '../overtaken.ts';
import { prepared, type Runner } from '../prepared.ts';
import { raterOf, type Standing, standingOf, type Thread, threadPlace } from '../reads/survey-thread.ts';
import type { Seal } from '../sealed.ts';
import { writeAudit } from './audit.ts';
import { addLetters } from './letter.ts';

const p = sql.placeholder;

/** Nobody was faster since it was looked at. */
const asSeen = sql`number = ${p('number')} and state = ${p('state')} and contact_id is not null
  and taken_by is not distinct from ${p('taker')}::bigint`;

const putQuestion = prepared<{ line: number }>(sql`
with taken as (
  update skm_thread set state = 'asked', taken_by = ${p('employee')}::bigint, last_at = ${p('at')}, told_at = ${p('at')}
  where ${asSeen} returning id
)
insert into skm_line (thread_id, from_whom, sealed, at)
select id, 'officer', ${p('sealed')}, ${p('at')}::timestamptz from taken returning id::int as line`);

const finish = prepared<{ done: number }>(sql`
update skm_thread set state = 'closed', last_at = ${p('at')}, told_at = ${p('at')} where ${asSeen} returning 1 as done`);

const seen = ({ thread: { number, state, taker } }: Standing, now: Date) => ({
  number,
  state,
  taker,
  at: now.toISOString(),
});

const tellRater = async (
  runner: Runner,
  seal: Seal,
  thread: Thread,
  say: Reply,
  dedupe: string,
): Promise<void> => {
  const rater = raterOf(thread);
  if (rater) await Promise.all(addLetters(runner, seal, rater, [{ say, lane: 'interactive', dedupe }]));
};

/** What the citizen reads: the office asks, never a person by name; what a swindler would ask for brings a warning along. */
const questionFor = (
  { thread: { number, service }, asker }: Standing,
  { words, risks }: Extract<Effect, { do: 'survey-thread.ask' }>,
  { units, agency }: City,
): Reply => {
  const unit = units.find(({ code }) => code === asker.office)?.name ?? agency.name;
  const asked: Text = {
    key: 'rater.asked',
    with: { unit: { literal: unit }, label: { literal: service }, words: { literal: words } },
  };
  return {
    text: risks.length > 0 ? { join: [asked, { key: 'warning.money' }], by: '\n\n' } : asked,
    choices: [
      { id: `go:skm-reply:${number}`, label: { key: 'button.reply' } },
      { id: `go:skm-enough:${number}`, label: { key: 'button.enough' } },
    ],
    about: `asked:${number}`,
  };
};

/**
 * Carries an officer's question to whoever rated; the first who asks takes the talk. Throws `Overtaken` when somebody else
 * was faster, or this employee may not ask now: it is then decided again.
 */
export const askInThread = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  effect: Extract<Effect, { do: 'survey-thread.ask' }>,
  now: Date,
): Promise<void> => {
  const { number, words, risks } = effect;
  const standing = await standingOf(runner, city, { number, contact, now });
  if (standing?.may !== 'ask') throw new Overtaken();
  const { employee } = standing.asker;
  const sealed = seal.seal('report', threadPlace(number), words);
  const [put] = await putQuestion(runner, { ...seen(standing, now), employee, sealed });
  if (!put) throw new Overtaken();
  if (risks.length > 0) await writeAudit(runner, seal, { action: 'warn-citizen', employee }, now);
  await tellRater(
    runner,
    seal,
    standing.thread,
    questionFor(standing, effect, city),
    `rater.asked:${put.line}`,
  );
};

/** The officer has heard enough, and whoever rated is thanked. */
export const closeThread = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { number }: Extract<Effect, { do: 'survey-thread.close' }>,
  now: Date,
): Promise<void> => {
  const standing = await standingOf(runner, city, { number, contact, now });
  if (!standing?.mine || standing.may === 'nothing') throw new Overtaken();
  const { thread } = standing;
  if ((await finish(runner, seen(standing, now))).length === 0) throw new Overtaken();
  const text: Text = { key: 'rater.done', with: { label: { literal: thread.service } } };
  await tellRater(runner, seal, thread, { text }, `rater.done:${number}`);
};

import { sql } from 'drizzle-orm';
import type { Reply, Text } from '../../../bot/conversation/reply.ts';
import { type AwardNow, phaseEnds } from '../../../bot/domain/award/award-now.ts';
import { restart } from '../../../bot/domain/award/change-schedule.ts';
import type { ObjectionFollows } from '../../../bot/domain/award/result-reads.ts';
import { localDate } from '../../../bot/domain/local-date.ts';
import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { lockCycle } from '../../award/lock-cycle.ts';
import { writeMinutes } from '../../award/write-minutes.ts';
import { writeSchedule } from '../../award/write-schedule.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { committeeMember } from '../../reads/award/committee-member.ts';
import {
  answerPlace,
  followsOf,
  mayAnswer,
  type ObjectionRow,
  readObjection,
} from '../../reads/award/objection.ts';
import type { Seal } from '../../sealed.ts';
import { tellEmployee } from '../training/tell-employee.ts';

const p = sql.placeholder;

const writeAnswer = prepared<{ number: string }>(sql`
update award_objection set outcome = ${p('outcome')}, answer = decode(${p('answer')}, 'base64'), answered_by = ${p('by')}::bigint,
  answered_at = ${p('at')}::timestamptz
where number = ${p('number')} and outcome is null returning number`);

const acceptAfterAll = prepared(sql`
update award_nominee set verdict = 'accepted', verdict_by = ${p('by')}::bigint, verdict_at = ${p('at')}::timestamptz
where id = ${p('nominee')}::bigint and verdict = 'refused' and paper is null`);

/** From now on the result that was told holds no longer. */
const takeBack = prepared(
  sql`update award_cycle set announced_at = null where id = ${p('cycle')}::bigint and decided_at is null`,
);

/** Everything but the words that an upheld objection changes. */
const follow = async (
  runner: Runner,
  { agency, calendar }: City,
  { row, award, follows, by }: { row: ObjectionRow; award: AwardNow; follows: ObjectionFollows; by: number },
  at: Date,
): Promise<void> => {
  const cycle = award.id;
  switch (follows) {
    case 'restarts': {
      const decidedOn = localDate(at, agency.zone);
      const { schedule } = restart(award.schedule, calendar, { name: 'masa_sanggah', decidedOn });
      await writeSchedule(runner, cycle, schedule);
      const until = phaseEnds({ schedule }, 'masa_sanggah');
      await writeMinutes(runner, { cycle, about: 'restarted', facts: { until }, text: row.number, by }, at);
      await takeBack(runner, { cycle });
      return;
    }
    case 'again':
      await takeBack(runner, { cycle });
      return;
    case 'refused':
      await acceptAfterAll(runner, { nominee: row.nominee, by, at: at.toISOString() });
      return;
    case 'record':
    case 'fixed':
      return;
    default:
      follows satisfies never;
  }
};

const thenText = (follows: ObjectionFollows): Text => {
  switch (follows) {
    case 'restarts':
    case 'again':
      return { key: 'award-object.then.result' };
    case 'refused':
      return { key: 'award-object.then.refused' };
    case 'record':
      return { key: 'award-object.then.record' };
    case 'fixed':
      return { key: 'award-object.then.fixed' };
    default:
      return follows satisfies never;
  }
};

const answerLetter = (number: string, words: string, follows: ObjectionFollows | null): Reply => {
  const blanks = { number, words: { literal: words } };
  if (!follows) return { text: { key: 'award-object.dismissed', with: blanks } };
  return { text: { join: [{ key: 'award-object.upheld', with: blanks }, thenText(follows)], by: '\n' } };
};

/**
 * Answers an objection in writing, with what follows from it, and tells whoever objected; the first answer counts. Throws
 * `Overtaken` where another was faster, or this member may not.
 */
export const answerObjection = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { number, outcome, words }: Extract<Effect, { do: 'award.answer-objection' }>,
  at: Date,
): Promise<void> => {
  const { zone } = city.agency;
  const member = await committeeMember(runner, city, contact);
  const seen = await readObjection(runner, number, at, zone);
  if (!member || !seen || !mayAnswer(seen.row, member, city)) throw new Overtaken();
  await lockCycle(runner, seen.award.code, { at, zone });
  const found = await readObjection(runner, number, at, zone);
  if (!found || found.award.decided) throw new Overtaken();
  const { row, award } = found;
  const [answered] = await writeAnswer(runner, {
    number,
    outcome,
    answer: seal.seal('award', answerPlace(number), words).toString('base64'),
    by: member.id,
    at: at.toISOString(),
  });
  if (!answered) throw new Overtaken();
  const follows = outcome === 'upheld' ? followsOf(row, award) : null;
  if (follows) await follow(runner, city, { row, award, follows, by: member.id }, at);
  await tellEmployee(runner, seal, city, { employee: row.by, say: answerLetter(number, words, follows) }, at);
};

import { sql } from 'drizzle-orm';
import type { AwardCategory } from '../../../bot/domain/award/award-category.ts';
import type { AwardNow } from '../../../bot/domain/award/award-now.ts';
import type { Verdict } from '../../../bot/domain/award/nominee-state.ts';
import { answerBy, type ObjectionAbout } from '../../../bot/domain/award/object-to.ts';
import { afterObjection } from '../../../bot/domain/award/objection.ts';
import type {
  ObjectionCase,
  ObjectionFollows,
  ObjectionLine,
} from '../../../bot/domain/award/result-reads.ts';
import { localDate } from '../../../bot/domain/local-date.ts';
import { officeOf } from '../../../bot/domain/office.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import type { Seal } from '../../sealed.ts';
import { committeeMember } from './committee-member.ts';
import { awardNamed } from './current.ts';

const p = sql.placeholder;

/** An objection as it is kept; `fits`: how many of its reviewers still sit on the committee. */
export type ObjectionRow = {
  number: string;
  cycle: number;
  code: string;
  about: ObjectionAbout;
  nominee: number | null;
  category: AwardCategory | null;
  verdict: Verdict | null;
  name: string | null;
  by: number;
  byUnit: string;
  words: string;
  reviewers: number[];
  fits: number;
  outcome: 'upheld' | 'dismissed' | null;
  answerer: string | null;
};

const columns = sql`
select o.number, o.cycle_id::int as cycle, c.code, o.about, n.id::int as nominee, n.category, n.verdict, who.name, o.by_id::int as by,
  by.unit_code as "byUnit", encode(o.words, 'base64') as words, to_json(o.reviewers) as reviewers,
  (select count(*)::int from employee r where r.id = any(o.reviewers) and r.active and 'committee' = any(r.roles)) as fits,
  o.outcome, a.name as answerer
from award_objection o join award_cycle c on c.id = o.cycle_id join employee by on by.id = o.by_id
  left join award_nominee n on n.id = o.nominee_id left join employee who on who.id = n.employee_id
  left join employee a on a.id = o.answered_by`;

const findOne = prepared<ObjectionRow>(sql`${columns} where o.number = ${p('number')}`);
const findOpen = prepared<ObjectionRow>(sql`${columns} where o.outcome is null order by o.at, o.number`);

/** Where its words are sealed, and those of its answer. */
export const objectionPlace = (number: string): string => `objection|${number}`;
export const answerPlace = (number: string): string => `answer|${number}`;

/** Whether a member may answer: one of the two who were named or, where these are not two any more, whoever has nothing to do with it. */
export const mayAnswer = (
  { reviewers, fits, by, byUnit }: Pick<ObjectionRow, 'reviewers' | 'fits' | 'by' | 'byUnit'>,
  member: { id: number; office: string },
  { units, categories }: Pick<City, 'units' | 'categories'>,
): boolean =>
  reviewers.includes(member.id) ||
  (fits < 2 && member.id !== by && member.office !== officeOf(byUnit, units, categories));

/** What follows where the objection is right. */
export const followsOf = (
  { about, verdict }: Pick<ObjectionRow, 'about' | 'verdict'>,
  award: AwardNow,
): ObjectionFollows => {
  if (about === 'result') return afterObjection(true, award.schedule) === 'restart' ? 'restarts' : 'again';
  if (award.frozen) return 'fixed';
  return verdict === 'refused' ? 'refused' : 'record';
};

/** An objection, and the round it belongs to. */
export const readObjection = async (
  runner: Runner,
  number: string,
  at: Date,
  zone: string,
): Promise<{ row: ObjectionRow; award: AwardNow } | undefined> => {
  const [row] = await findOne(runner, { number });
  const award = row && (await awardNamed(runner, row.code, at, zone));
  return row && award ? { row, award } : undefined;
};

/** An objection for a member of the committee who may answer it, or may see that it is late; null for everybody else. */
export const objectionFor = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { contact, number, now }: { contact: number; number: string; now: Date },
): Promise<ObjectionCase | null> => {
  const { zone } = city.agency;
  const [member, found] = await Promise.all([
    committeeMember(runner, city, contact),
    readObjection(runner, number, now, zone),
  ]);
  if (!member || !found) return null;
  const { row, award } = found;
  const by = answerBy(award, row.about);
  const late = row.outcome === null && localDate(now, zone) > by;
  const mine = mayAnswer(row, member, city);
  if (!mine && !late) return null;
  return {
    number,
    about: row.about,
    refused: row.about === 'record' && row.verdict === 'refused',
    category: row.category,
    name: row.name,
    words: mine ? seal.open('award', objectionPlace(number), Buffer.from(row.words, 'base64')) : '',
    by,
    late,
    least: award.cycle.nomination.reasonLeast,
    follows: followsOf(row, award),
    answered: row.outcome && { outcome: row.outcome, name: row.answerer },
    mine,
  };
};

/** What waits for a member, and what waits too long for anybody; null for whoever is no member. */
export const objectionsFor = async (
  runner: Runner,
  city: City,
  { contact, now }: { contact: number; now: Date },
): Promise<ObjectionLine[] | null> => {
  const { zone } = city.agency;
  const member = await committeeMember(runner, city, contact);
  if (!member) return null;
  const lines: ObjectionLine[] = [];
  for (const row of await findOpen(runner, {})) {
    const award = await awardNamed(runner, row.code, now, zone);
    if (!award) continue;
    const by = answerBy(award, row.about);
    const late = localDate(now, zone) > by;
    const mine = mayAnswer(row, member, city);
    const refused = row.about === 'record' && row.verdict === 'refused';
    if (mine || late) lines.push({ number: row.number, about: row.about, refused, by, late, mine });
  }
  return lines;
};

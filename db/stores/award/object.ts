import { sql } from 'drizzle-orm';
import type { Reply, Text } from '../../../bot/conversation/reply.ts';
import { missingLetters } from '../../../bot/domain/award/missing-letters.ts';
import { type CommitteeMember, reviewersFor } from '../../../bot/domain/award/objection.ts';
import type { Objecting } from '../../../bot/domain/award/result-reads.ts';
import { officeOf } from '../../../bot/domain/office.ts';
import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { lockCycle } from '../../award/lock-cycle.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { objectingNow } from '../../reads/award/objecting.ts';
import { objectionPlace } from '../../reads/award/objection.ts';
import type { Seal } from '../../sealed.ts';
import { tellEmployee } from '../training/tell-employee.ts';

const p = sql.placeholder;

const findCommittee = prepared<{ id: number; unit: string; open: number }>(sql`
select e.id::int as id, e.unit_code as unit,
  (select count(*)::int from award_objection o where o.outcome is null and e.id = any(o.reviewers)) as open
from employee e where e.active and 'committee' = any(e.roles) order by e.id`);

const insertObjection = prepared<{ number: string }>(sql`
insert into award_objection (number, cycle_id, about, nominee_id, by_id, words, reviewers, at)
values (${p('number')}, ${p('cycle')}::bigint, ${p('about')}, ${p('nominee')}::bigint, ${p('by')}::bigint, decode(${p('words')}, 'base64'),
  ${p('reviewers')}::bigint[], ${p('at')}::timestamptz)
on conflict (number) do nothing returning number`);

/** Everybody on the committee, and how much each has in hand. */
const committeeOf = async (
  runner: Runner,
  { units, categories }: Pick<City, 'units' | 'categories'>,
): Promise<CommitteeMember[]> =>
  (await findCommittee(runner, {})).map(({ id, unit, open }) => ({
    id,
    office: officeOf(unit, units, categories),
    open,
  }));

/** What an objection is about, in words. */
const aboutText = ({ about, refused }: { about: 'record' | 'result'; refused: boolean }): Text => {
  if (about === 'result') return { key: 'award-objection.about.result' };
  return { key: refused ? 'award-objection.about.refused' : 'award-objection.about.record' };
};

const reviewerLetter = (number: string, may: Extract<Objecting, { is: 'open' }>, named: boolean): Reply => ({
  text: named
    ? {
        key: 'award-objection.new',
        with: { number, what: aboutText(may), date: { date: may.until } },
      }
    : { key: 'award-objection.no-reviewers', with: { number } },
  choices: [{ id: `go:award-objection:${number}`, label: { key: 'button.award-objection.open' } }],
});

/**
 * Keeps an objection under its number and lays it before two of the committee from other offices; where there are no two, before
 * all of it, so that somebody is added. Throws `Overtaken` where it cannot be taken (any more).
 */
export const objectToAward = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { number, nominee, words }: Extract<Effect, { do: 'award.object' }>,
  at: Date,
): Promise<void> => {
  const asked = { contact, nominee, now: at };
  const seen = await objectingNow(runner, city, asked);
  if (typeof seen === 'string') throw new Overtaken();
  await lockCycle(runner, seen.award.code, { at, zone: city.agency.zone });
  const found = await objectingNow(runner, city, asked);
  if (typeof found === 'string' || found.may.is !== 'open') throw new Overtaken();
  const { award, me, office, may } = found;
  if (may.nominee !== nominee || missingLetters(words, may.least) > 0) throw new Overtaken();
  const committee = await committeeOf(runner, city);
  const pair = reviewersFor({ people: [me], offices: [office] }, committee)?.map(({ id }) => id);
  const [kept] = await insertObjection(runner, {
    number,
    cycle: award.id,
    about: may.about,
    nominee,
    by: me,
    words: seal.seal('award', objectionPlace(number), words).toString('base64'),
    reviewers: pair ?? [],
    at: at.toISOString(),
  });
  if (!kept) throw new Overtaken();
  const say = reviewerLetter(number, may, pair !== undefined);
  for (const employee of pair ?? committee.map(({ id }) => id).filter((id) => id !== me))
    await tellEmployee(runner, seal, city, { employee, say }, at);
};

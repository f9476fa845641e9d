import { localDate } from '../../../bot/domain/local-date.ts';
import { mayForColleague } from '../../../bot/domain/training/answers-for.ts';
import { longestFirst, needsOf } from '../../../bot/domain/training/help-needed.ts';
import { trainingOf } from '../../../bot/domain/training/training-settings.ts';
import type { UnitLine, UnitView } from '../../../bot/domain/training/unit-view.ts';
import type { City } from '../../../bot/ports.ts';
import type { Runner } from '../../prepared.ts';
import { goalFor } from '../coaching/coaching-reads.ts';
import { skillsMissed } from '../paths/unit-skills.ts';
import { readLearners } from './learners.ts';
import { overseenBy } from './oversight.ts';
import { speakerOf } from './speaker.ts';

/** So many people stand on one page, so that list, pages and ways on fit ten buttons. */
const perPage = 6;

/**
 * How learning stands with the people somebody looks after, or with those of a unit; null for whoever may not see it. One
 * read for all of them, and nobody is told of who is well on the way.
 */
export const unitViewFor = async (
  runner: Runner,
  city: City,
  { contact, unit, page, now }: { contact: number; unit: string | null; page: number; now: Date },
): Promise<UnitView | null> => {
  const me = await speakerOf(runner, contact);
  const overseen = me && (await overseenBy(runner, city, me, unit));
  if (!me || !overseen) return null;
  const { agency, units } = city;
  const today = localDate(now, agency.zone);
  const { pace } = trainingOf(agency.settings).rules;
  const [learners, skills, goal] = await Promise.all([
    readLearners(runner, city, { employees: overseen.map(({ id }) => id), now }),
    skillsMissed(runner, city, me, { unit: unit ?? me.unit, year: Number(today.slice(0, 4)) }),
    goalFor(runner, city, me, { unit: unit ?? me.unit, today }),
  ]);
  const people = learners.map(({ record, items, standing }) => ({
    id: record.employee,
    name: record.name,
    verified: standing.verified,
    duty: standing.duty,
    owes: standing.duty.is === 'target',
    reached: standing.duty.is === 'target' && standing.missing === 0,
    waiting: record.certificates.flatMap(({ id, status }) => (status === 'menunggu' ? [id] : [])),
    needs: needsOf(items, standing, pace, today),
  }));
  const judged = new Set(
    overseen.filter((one) => mayForColleague(me, one, 'verify-certificate', units)).map(({ id }) => id),
  );
  const waiting = people.flatMap((one) => (judged.has(one.id) ? one.waiting : []));
  const listed = longestFirst(people);
  const last = Math.max(0, Math.ceil(listed.length / perPage) - 1);
  const shown = Math.min(Math.max(0, page), last);
  const count = (is: (one: (typeof people)[number]) => boolean) => people.filter(is).length;
  const named = units.find(({ code }) => code === unit);
  return {
    unit: named ? { code: named.code, name: named.name } : null,
    people: people.length,
    owing: count(({ owes }) => owes),
    reached: count(({ reached }) => reached),
    behind: count(({ needs }) => needs.some(({ is }) => is === 'behind')),
    due: count(({ needs }) => needs.some(({ is }) => is === 'soon')),
    waiting: waiting.length,
    oldest: waiting.length > 0 ? Math.min(...waiting) : null,
    listed: listed.length,
    page: shown,
    skills,
    goal,
    lines: listed
      .slice(shown * perPage, (shown + 1) * perPage)
      .flatMap(({ id, name, verified, duty, needs: [need] }): UnitLine[] =>
        need ? [{ id, name, verified, duty, need }] : [],
      ),
  };
};

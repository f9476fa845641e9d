import { sql } from 'drizzle-orm';
import type { CandidateNote } from '../../../bot/domain/award/committee-view.ts';
import type { Cycle } from '../../../bot/domain/award/cycle.ts';
import { type NominationMade, type Signal, signalsOf } from '../../../bot/domain/award/signals.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';

const findMade = prepared<Omit<NominationMade, 'at'> & { at: string }>(sql`
select a.by_id::int as by, a.unit_code as unit, n.employee_id::int as nominee, a.category, a.at
from award_nomination a join award_nominee n on n.id = a.nominee_id
where a.cycle_id = ${sql.placeholder('cycle')}::bigint and not a.void order by a.nominee_id, a.by_id`);

/** Patterns among the nominations of a cycle. They come from who named whom, never from ballots. */
export const signalsIn = async (
  runner: Runner,
  { id, cycle: { signals } }: { id: number; cycle: Pick<Cycle, 'signals'> },
): Promise<Signal[]> => {
  const made = await findMade(runner, { cycle: id });
  return signalsOf(
    made.map((one) => ({ ...one, at: new Date(one.at) })),
    signals,
  );
};

/** What of the patterns is about a nominee in a category, without any nominator's name. */
export const notesAbout = (
  signals: readonly Signal[],
  nominee: { employee: number; category: string },
  { units }: Pick<City, 'units'>,
  { burst }: Cycle['signals'],
): CandidateNote[] => {
  const notes = signals.flatMap((signal): CandidateNote[] => {
    switch (signal.is) {
      case 'reciprocal':
        return signal.people.includes(nominee.employee) ? [{ is: 'reciprocal' }] : [];
      case 'block': {
        if (signal.nominee !== nominee.employee || signal.category !== nominee.category) return [];
        const unit = units.find(({ code }) => code === signal.unit)?.name ?? signal.unit;
        return [{ is: 'block', unit, nominators: signal.nominators }];
      }
      case 'burst':
        if (signal.nominee !== nominee.employee || signal.category !== nominee.category) return [];
        return [{ is: 'burst', nominators: signal.nominators, minutes: burst.minutes }];
      default:
        return signal satisfies never;
    }
  });
  const [reciprocal] = notes.filter(({ is }) => is === 'reciprocal');
  return [...(reciprocal ? [reciprocal] : []), ...notes.filter(({ is }) => is !== 'reciprocal')];
};

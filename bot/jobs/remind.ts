import { isNight } from '../domain/night.ts';
import type { Hearer } from '../news.ts';
import type { City } from '../ports.ts';
import type { Stages, Watched, Watches } from '../reminding.ts';
import { actingOffice } from './crew.ts';
import { giveNudges, type Nudge } from './give-nudges.ts';
import { remindingOf } from './reminding-of.ts';

/** What reminding needs: `roomOf` finds the group of an office, or the report's topic in it. */
export type Reminders = {
  watches: Watches;
  city: () => City;
  now: () => Date;
  roomOf: (office: string, ticket: string) => Promise<Hearer | undefined>;
};

/** Gives what the day asks for, of the stages a job sees to; never at night. Tells how many reminders that were. `alone`: offices without a group. */
export const createRemind =
  ({ watches, city, now, roomOf }: Reminders) =>
  async (stages: Stages): Promise<number> => {
    const at = now();
    if (isNight(at, city().agency.zone)) return 0;
    const alone = new Set<string>();
    const roomFor = async (watched: Watched): Promise<Hearer | 'none'> => {
      const office = actingOffice(watched, city());
      const room = alone.has(office) ? undefined : await roomOf(office, watched.ticket);
      if (!room) alone.add(office);
      return room ?? 'none';
    };
    const nudges: Nudge[] = [];
    let given = 0;
    await watches.look(stages, at, async (watched, give) => {
      const first = remindingOf(watched, watched.tried ? 'none' : 'unasked', city(), at);
      const room = first.wantsRoom ? await roomFor(watched) : 'unasked';
      const { givings } = first.wantsRoom ? remindingOf(watched, room, city(), at) : first;
      const again = (held: Watched) => remindingOf(held, held.tried ? 'none' : room, city(), at).givings;
      for (const giving of givings.filter(({ nudge }) => nudge))
        nudges.push({ ticket: watched.ticket, giving, staff: watched.staff, give, again });
      if (givings.some(({ nudge }) => !nudge))
        given += await give((held) => again(held).filter(({ nudge }) => !nudge));
    });
    given += await giveNudges(nudges);
    return given;
  };

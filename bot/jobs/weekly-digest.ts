import type { Bulletin, Bulletins } from '../bulletin.ts';
import { literal, type Reply, say } from '../conversation/reply.ts';
import { agencyHours } from '../domain/agency-hours.ts';
import { isDigestDay } from '../domain/calendar-cover.ts';
import { onDuty } from '../domain/duty-hours.ts';
import { localDate } from '../domain/local-date.ts';
import { isNight } from '../domain/night.ts';
import { mondayOf, noFigures, type WeekFigures } from '../domain/week-figures.ts';
import type { Hearer } from '../news.ts';
import type { City, Letter } from '../ports.ts';

const digest = (unit: string, figures: WeekFigures): Reply => ({
  text: say('digest.week', { unit: literal(unit), ...figures }),
  choices: [{ id: 'go:tickets', label: say('button.tickets') }],
});

/** A group has no list of its own. */
const forGroup = ({ text }: Reply): Reply => ({ text });

/**
 * On the first working day of a week each office that answers hears how its reports stand: heads and officers once they
 * are on duty, the group when the office is open. Counts only, and each chat once a week. Gives how many were written.
 */
export const createDigest =
  ({ bulletins, city, now }: { bulletins: Bulletins; city: () => City; now: () => Date }) =>
  async (): Promise<number> => {
    const at = now();
    const { agency, calendar, units } = city();
    const today = localDate(at, agency.zone);
    if (!isDigestDay(calendar, today) || isNight(at, agency.zone)) return 0;
    const [staff, groups] = await Promise.all([bulletins.staff(at), bulletins.groups()]);
    const isOpen = onDuty(0, at, { ...agencyHours({ agency, calendar }), roster: [], absences: [] });
    const wanted = units
      .filter(({ answers }) => answers)
      .flatMap(({ code, name }) => {
        const keyOf = ({ id }: Hearer) => `digest:${code}:${mondayOf(today)}:${id}`;
        const people = staff.filter(
          ({ office, hats, employee, duty }) =>
            office === code &&
            (hats.includes('officer') || hats.includes('supervisor')) &&
            onDuty(employee, at, duty),
        );
        const group = isOpen ? groups.get(code) : undefined;
        return [
          ...people.map(({ hearer: to }) => ({ code, name, to, key: keyOf(to), as: (one: Reply) => one })),
          ...(group ? [{ code, name, to: group, key: keyOf(group), as: forGroup }] : []),
        ];
      });
    const unsent = await bulletins.unsent(wanted.map(({ key }) => key));
    if (unsent.size === 0) return 0;
    const weeks = await bulletins.weeks(at);
    return bulletins.post(
      wanted
        .filter(({ key }) => unsent.has(key))
        .map(({ code, name, to, key: dedupe, as }): Bulletin => {
          const reply = as(digest(name, weeks.get(code) ?? noFigures));
          const letter: Letter & { dedupe: string } = { say: reply, lane: 'bulk', dedupe };
          return { to, letter };
        }),
    );
  };

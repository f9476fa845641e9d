import { literal, type Reply, say } from '../conversation/reply.ts';
import type { Give, Giving, Watched } from '../reminding.ts';

/** A nudge that is ready, and how to give it once the report is held. */
export type Nudge = {
  ticket: string;
  giving: Giving;
  staff: Watched['staff'];
  give: Give;
  again: (held: Watched) => readonly Giving[];
};

/** From so many on in one run, a person hears of all of them at once; and so many are named. */
const manyFrom = 4;
const named = 10;

const together = (tickets: readonly string[]): Reply => {
  const list = tickets.slice(0, named).join(', ');
  const more = tickets.length > named ? ' …' : '';
  return {
    text: say('remind.half.many', { count: tickets.length, tickets: literal(`${list}${more}`) }),
    choices: [{ id: 'go:tickets', label: say('button.tickets') }],
  };
};

/** By contact of a colleague: the reports of which they would be nudged. */
const nudgedOf = (nudges: readonly Nudge[]): Map<number, string[]> => {
  const tickets = new Map<number, string[]>();
  for (const { ticket, giving, staff } of nudges)
    for (const { to } of giving.letters)
      if (staff.some(({ hearer }) => hearer.id === to.id))
        tickets.set(to.id, [...(tickets.get(to.id) ?? []), ticket]);
  return tickets;
};

/**
 * Gives nudges, many to one person as a single letter. That letter is written with the first of them: after a crash the
 * rest may be said again, but none is lost. Tells how many were given.
 */
export const giveNudges = async (nudges: readonly Nudge[]): Promise<number> => {
  const nudged = nudgedOf(nudges);
  const as = (ticket: string, one: Giving['letters'][number]): Giving['letters'] => {
    const tickets = nudged.get(one.to.id) ?? [];
    if (tickets.length < manyFrom) return [one];
    if (ticket !== tickets[0]) return [];
    return [{ to: one.to, letter: { ...one.letter, say: together(tickets) } }];
  };
  let given = 0;
  for (const { ticket, giving, give, again } of nudges)
    given += await give((held) =>
      again(held)
        .filter(({ key }) => key === giving.key)
        .map((one) => ({ ...one, letters: one.letters.flatMap((letter) => as(ticket, letter)) })),
    );
  return given;
};

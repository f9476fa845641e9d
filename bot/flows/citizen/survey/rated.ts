import type { Finish } from '../../../conversation/form.ts';
import { type Choice, literal, say, type Text } from '../../../conversation/reply.ts';
import { addCalendarDays } from '../../../domain/local-date.ts';
import type { Ratable } from '../../../reads.ts';

export const menuDoor: Choice = { id: 'go:menu', label: say('button.menu') };

/** What is rated as people know it: its counter, else the service itself. */
export const placeOf = ({ place, name }: Ratable): Text => literal(place ?? name);

/** The day from which the same service may be rated again. */
export const againFrom = ({ ends }: Ratable): Text => ({ date: addCalendarDays(ends, 1) });

/** Why nothing can be rated, whichever way it was to be: the service is gone, or it is the person's own office. */
export const notRatable = (ratable: Ratable | null | undefined): Finish | undefined => {
  if (!ratable) return { say: [{ text: say('skm.gone'), choices: [menuDoor] }] };
  return ratable.own
    ? { say: [{ text: say('skm.own', { place: placeOf(ratable) }), choices: [menuDoor] }] }
    : undefined;
};

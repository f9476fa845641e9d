import type { Actor } from '../../../bot/domain/life-step.ts';
import { type LocalDate, localDate } from '../../../bot/domain/local-date.ts';
import type { ReportAction, ReportState } from '../../../bot/domain/report-state.ts';
import { stateAfter } from '../../../bot/domain/report-state.ts';
import type { EventDetail } from '../../../bot/domain/report-timeline.ts';
import { addWorkingDays } from '../../../bot/domain/working-days.ts';
import type { Dice } from './dice.ts';
import { atHome, atOffice, type Hours } from './hours.ts';
import type { Plot } from './plots.ts';
import texts from './texts.json' with { type: 'json' };

/** One event of a report's life after it was filed. `words` are somebody's own and are kept sealed. */
export type Told = {
  at: Date;
  action: ReportAction;
  state: ReportState;
  actor: Actor;
  detail: EventDetail;
  words?: string;
};

/** A report as its life begins; `responsible`: who is in charge where the city is not. */
type Filed = { at: Date; state: ReportState; responsible?: string };

/** Who does what in an invented life. */
const actors: Partial<Record<ReportAction, Told['actor']>> = {
  accept: 'officer',
  answer: 'officer',
  finish: 'officer',
  ask_citizen: 'officer',
  not_ours: 'coordinator',
  citizen_silent: 'clock',
  citizen_answers: 'citizen',
  citizen_replies: 'citizen',
  confirm: 'citizen',
};

const said: Partial<Record<ReportAction, readonly string[]>> = texts.said;

/** Plays a plot from the moment of filing until a last moment. Every step is one that `stateAfter` allows. */
export function playOut(plot: Plot, filed: Filed, until: Date, hours: Hours, dice: Dice): Told[] {
  const told: Told[] = [];
  let { at, state } = filed;
  for (const [turn, [action, least, most]] of plot.turns.entries()) {
    const actor = actors[action];
    const next = stateAfter(state, action);
    if (!actor || !next) throw new Error(`a demo report cannot ${action} when it is ${state}`);
    const days = dice.whole(least, most);
    at = actor === 'citizen' ? atHome(at, days, hours, dice) : atOffice(at, days, hours, dice);
    if (at > until) break;
    state = next;
    const named = action === 'answer' ? plannedDay(at, plot.turns[turn + 1]?.[2] ?? 0, hours) : undefined;
    const words = action === 'not_ours' ? filed.responsible : pickWords(action, named, dice);
    told.push({ at, action, actor, state, detail: detailOf(action, named), ...(words && { words }) });
  }
  return told;
}

/** The day an office names in its answer: by the plot, the last on which it will be done. */
const plannedDay = (at: Date, workingDays: number, { zone, calendar }: Hours): LocalDate =>
  addWorkingDays(calendar, localDate(at, zone), workingDays).due;

function detailOf(action: ReportAction, named: LocalDate | undefined): EventDetail {
  if (action === 'citizen_silent') return { archived: 'tidak_lengkap' };
  return named === undefined ? {} : { answer: { shape: 'planned', on: named } };
}

function pickWords(action: ReportAction, named: LocalDate | undefined, dice: Dice): string | undefined {
  const of = said[action];
  return of && dice.pick(of).replace('{date}', named === undefined ? '' : printed(named));
}

/** A date as officers write it, `25 November 2026`. */
const printed = (day: LocalDate): string =>
  new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

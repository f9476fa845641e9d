import type { Actor } from '../../../bot/domain/life-step.ts';
import type { ReportAction, ReportState } from '../../../bot/domain/report-state.ts';
import { stateAfter } from '../../../bot/domain/report-state.ts';
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
  words?: string;
};

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
export function playOut(
  plot: Plot,
  filed: { at: Date; state: ReportState },
  until: Date,
  hours: Hours,
  dice: Dice,
): Told[] {
  const told: Told[] = [];
  let { at, state } = filed;
  for (const [action, least, most] of plot.turns) {
    const actor = actors[action];
    const next = stateAfter(state, action);
    if (!actor || !next) throw new Error(`a demo report cannot ${action} when it is ${state}`);
    const days = dice.whole(least, most);
    at = actor === 'citizen' ? atHome(at, days, hours, dice) : atOffice(at, days, hours, dice);
    if (at > until) break;
    state = next;
    const words = said[action];
    told.push({ at, action, actor, state, ...(words && { words: dice.pick(words) }) });
  }
  return told;
}

import type { ReportAction, ReportState } from '../../../bot/domain/report-state.ts';
import { stateAfter } from '../../../bot/domain/report-state.ts';
import type { EventAction } from '../../../bot/ports.ts';
import type { Dice } from './dice.ts';
import { atHome, atOffice, type Hours } from './hours.ts';
import type { Plot } from './plots.ts';
import texts from './texts.json' with { type: 'json' };

/** One event of a report's life after it was filed. `words` are somebody's own and are kept sealed. */
export type Told = {
  at: Date;
  action: EventAction;
  state: ReportState;
  actor: 'citizen' | 'officer' | 'coordinator';
  words?: string;
};

type Part = { action: EventAction; actor: Told['actor'] };

/**
 * How each action stands in a timeline. A timeline has no word of its own for putting a report away: the citizen is
 * given the reason, so it reads as an answer.
 */
const parts: Partial<Record<ReportAction, Part>> = {
  accept: { action: 'taken', actor: 'officer' },
  answer: { action: 'answered', actor: 'officer' },
  finish: { action: 'solved', actor: 'officer' },
  ask_citizen: { action: 'asked', actor: 'officer' },
  not_ours: { action: 'not-ours', actor: 'coordinator' },
  citizen_silent: { action: 'answered', actor: 'coordinator' },
  citizen_answers: { action: 'added', actor: 'citizen' },
  citizen_replies: { action: 'added', actor: 'citizen' },
  confirm: { action: 'confirmed', actor: 'citizen' },
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
    const part = parts[action];
    const next = stateAfter(state, action);
    if (!part || !next) throw new Error(`a demo report cannot ${action} when it is ${state}`);
    const days = dice.whole(least, most);
    at = part.actor === 'citizen' ? atHome(at, days, hours, dice) : atOffice(at, days, hours, dice);
    if (at > until) break;
    state = next;
    const words = said[action];
    told.push({ at, ...part, state, ...(words && { words: dice.pick(words) }) });
  }
  return told;
}

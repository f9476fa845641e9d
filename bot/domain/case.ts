import { type AnswerFault, answerFault } from './answer-shape.ts';
import type { Sensitivity } from './category.ts';
import { askingFault } from './citizen-pause.ts';
import { type FiledPromises, factsOf, type LocalRules } from './clock-facts.ts';
import type { Actor, Need } from './life-step.ts';
import { localDate } from './local-date.ts';
import type { MergeFault } from './merge.ts';
import type { CaseAction } from './permissions/action.ts';
import { may } from './permissions/may.ts';
import { type Hat, hatsFor, mayAny } from './permissions/may-any.ts';
import type { Ties } from './permissions/scope.ts';
import { isGranted } from './permissions/verdict.ts';
import { reportClocks, settlePromise } from './report-clocks.ts';
import { stepOf } from './report-life.ts';
import type { ReportAction, ReportState } from './report-state.ts';
import { type Act, type LifeEvent, type Taken, takeStep } from './report-timeline.ts';
import type { Role, StaffRole } from './roles.ts';

/** A report as deciding about it needs it. `office`: where it lies; `filed`: what the receipt promised. */
export type Case = {
  sensitive: Sensitivity;
  confidential: boolean;
  office: string;
  state: ReportState;
  filed: FiledPromises;
  timeline: readonly LifeEvent[];
};

/** Who comes to a report: a chat as a citizen, or an employee with the hats and the office that are theirs. Never both at once. */
export type Comer =
  | { as: 'citizen'; wrote: boolean; follows: boolean }
  | {
      as: 'staff';
      hats: readonly StaffRole[];
      office: string;
      /** Of a sensitive report: it is theirs to handle; it complains about their office or one below. */
      assigned?: boolean;
      concerned?: boolean;
    };

/** What somebody wants to do. */
export type Wanted = Pick<Act, 'action' | 'given' | 'answer'>;

export type Judged =
  | Extract<Taken, { event: LifeEvent }>
  | { refused: 'not_now' | 'not_yours' | 'asked_twice' | 'days_used_up' | 'too_late' | AnswerFault }
  | { refused: 'apart'; why: MergeFault }
  | { refused: 'missing'; need: Need };

/** Which row of the permission table an action asks for; what only the clock does has none. */
const asks: { [action in ReportAction]?: CaseAction } = {
  add: 'add',
  verify: 'verify',
  ask_citizen: 'ask-citizen',
  not_ours: 'not-ours',
  archive: 'archive',
  forward: 'forward',
  accept: 'accept',
  resume: 'accept',
  return: 'return',
  answer: 'answer',
  not_yet: 'new-date',
  extend: 'new-date',
  finish: 'finish',
  citizen_answers: 'add',
  citizen_replies: 'add',
  confirm: 'confirm',
  merge: 'merge',
  reopen: 'reopen',
};

/** The part in a report's life that a hat plays. An inspector is the officer of a sensitive report. */
const partOf: { [role in Role]?: Actor } = {
  citizen: 'citizen',
  follower: 'citizen',
  officer: 'officer',
  inspector: 'officer',
  coordinator: 'coordinator',
  supervisor: 'supervisor',
};

/** The hats of whoever comes, and how this report stands to each. */
export const hatsOn = (it: Case, who: Comer): Hat[] => hatsFor(rolesOf(who), it, tiesOf(it, who));

const rolesOf = (who: Comer): readonly Role[] => {
  if (who.as === 'staff') return who.hats;
  if (who.wrote) return ['citizen'];
  return who.follows ? ['follower'] : ['stranger'];
};

const tiesOf = ({ office, state }: Case, who: Comer): Ties =>
  who.as === 'citizen'
    ? { wrote: who.wrote, follows: who.follows }
    : {
        inUnit: who.office === office,
        atDesk: state === 'diterima' || state === 'diverifikasi',
        assigned: who.assigned ?? false,
        concerned: who.concerned ?? false,
      };

/** The part in which somebody may take a step now, by the permission table and the life table; `undefined`: in none. */
const actorFor = (it: Case, who: Comer, action: ReportAction): Actor | undefined => {
  const asked = asks[action];
  const by = stepOf(it.state, action)?.by ?? [];
  const hats = hatsOn(it, who);
  if (!asked || !isGranted(mayAny(hats, asked))) return undefined;
  return hats
    .filter(({ role, on }) => isGranted(may(role, asked, on)))
    .map(({ role }) => partOf[role])
    .find((part) => part !== undefined && by.includes(part));
};

/** What somebody may do with a report as it stands, before anything is handed in. */
export const openTo = (it: Case, who: Comer): ReportAction[] =>
  (Object.keys(asks) as ReportAction[]).filter((action) => actorFor(it, who, action) !== undefined);

/**
 * Judges one step: whether this person may, whether the report's life allows it, and whether what is handed in keeps the
 * rules on questions, dates, merging and reopening. The one decision, taken when it is offered and again when it is
 * written. `apart`: what keeps it from the report it is to be merged into, null for nothing; unasked, it is not merged.
 */
export const judge = (
  it: Case,
  who: Comer | 'clock',
  wanted: Wanted & { who?: string },
  at: Date,
  rules: LocalRules,
  apart: MergeFault | null = 'unknown',
): Judged => {
  const by = who === 'clock' ? 'clock' : actorFor(it, who, wanted.action);
  if (!stepOf(it.state, wanted.action)) return { refused: 'not_now' };
  if (!by) return { refused: 'not_yours' };
  if (wanted.action === 'merge' && apart) return { refused: 'apart', why: apart };
  const fault = faultOf(it, wanted, at, rules);
  return fault ? { refused: fault } : takeStep(it.timeline, { ...wanted, by, at });
};

const faultOf = (it: Case, { action, given, answer }: Wanted, at: Date, rules: LocalRules) => {
  const today = localDate(at, rules.zone);
  const facts = factsOf(it.filed, it.timeline, rules);
  switch (action) {
    case 'ask_citizen':
      return askingFault(facts.askings, rules);
    case 'answer':
      return answer && answerFault(answer, settlePromise(facts, rules), today);
    case 'extend':
      return (
        given?.date && answerFault({ shape: 'planned', on: given.date }, settlePromise(facts, rules), today)
      );
    case 'reopen': {
      const until = reportClocks(facts, rules).reopenUntil?.due;
      return until !== undefined && today > until ? ('too_late' as const) : undefined;
    }
    default:
      return undefined;
  }
};

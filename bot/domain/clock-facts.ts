import { isConcrete } from './answer-shape.ts';
import type { ClockRules } from './citizen-pause.ts';
import { deadline } from './clock.ts';
import { dueAfter } from './clock-due.ts';
import { type LocalDate, localDate } from './local-date.ts';
import { type ClockFacts, settlePromise } from './report-clocks.ts';
import type { LifeEvent } from './report-timeline.ts';
import type { Due } from './working-days.ts';

/** What a report promised when it was filed; `settle.days` is counted anew when the citizen reopens it. */
export type FiledPromises = {
  receivedOn: LocalDate;
  verify: Due;
  firstAnswer: Due;
  settle: Due & { days: number };
};

/** A city's rules and its zone: an event late in the evening belongs to that local day. */
export type LocalRules = ClockRules & { zone: string };

/** What a city counts days by. */
export const rulesOf = ({
  calendar,
  deadlines,
  agency,
}: ClockRules & { agency: { zone: string } }): LocalRules => ({ calendar, deadlines, zone: agency.zone });

/** The facts the clocks need, read from a report's timeline. */
export function factsOf(filed: FiledPromises, timeline: readonly LifeEvent[], rules: LocalRules): ClockFacts {
  const { receivedOn, verify, firstAnswer, settle } = filed;
  const start: ClockFacts = {
    state: 'diterima',
    since: receivedOn,
    verify,
    firstAnswer,
    settle,
    askings: [],
    plans: [],
    extensionsBefore: 0,
  };
  return timeline.reduce(
    (facts, event) => ({ ...happened(facts, event, filed, rules), state: event.to }),
    start,
  );
}

function happened(before: ClockFacts, event: LifeEvent, filed: FiledPromises, rules: LocalRules): ClockFacts {
  const on = localDate(event.at, rules.zone);
  const sorted = event.from === 'diterima' && event.to !== 'diterima' && event.to !== 'menunggu_warga';
  const facts = sorted && before.verifiedOn === undefined ? { ...before, verifiedOn: on } : before;
  switch (event.action) {
    case 'ask_citizen':
      return { ...facts, askings: [...facts.askings, { askedOn: on }] };
    case 'citizen_answers':
    case 'citizen_silent':
      return { ...facts, askings: heard(facts, on) };
    case 'answer':
      if (!event.answer || !isConcrete(event.answer)) return facts;
      return event.answer.shape === 'planned'
        ? planned(facts, on, event.answer.on)
        : { ...facts, answeredOn: facts.answeredOn ?? on };
    case 'extend':
      return event.given?.date === undefined ? facts : planned(facts, on, event.given.date);
    case 'not_yet':
      return { ...facts, notYetOn: on };
    case 'finish':
      return { ...facts, answeredOn: facts.answeredOn ?? on, settledOn: on };
    case 'citizen_replies':
      return { ...facts, settledOn: undefined };
    case 'confirm':
    case 'auto_close':
      return { ...facts, closedOn: on };
    case 'reopen':
      return reopened(facts, on, filed, rules);
    default:
      return facts;
  }
}

function planned(facts: ClockFacts, madeOn: LocalDate, on: LocalDate): ClockFacts {
  return { ...facts, answeredOn: facts.answeredOn ?? madeOn, plans: [...facts.plans, { madeOn, on }] };
}

function heard({ askings }: ClockFacts, answeredOn: LocalDate): ClockFacts['askings'] {
  return askings.map((asking) => (asking.answeredOn === undefined ? { ...asking, answeredOn } : asking));
}

/** A reopened report is promised an answer and an end anew; how often it was extended and paused is not forgotten. */
function reopened(facts: ClockFacts, on: LocalDate, filed: FiledPromises, rules: LocalRules): ClockFacts {
  const { calendar, deadlines } = rules;
  return {
    ...facts,
    answeredOn: undefined,
    settledOn: undefined,
    closedOn: undefined,
    notYetOn: undefined,
    since: on,
    firstAnswer: dueAfter(deadline(deadlines, 'first_follow_up'), on, calendar),
    settle: dueAfter({ n: filed.settle.days, unit: 'hari_kerja' }, on, calendar),
    plans: [],
    extensionsBefore: settlePromise(facts, rules).extensions,
  };
}

import { type Comer, openTo } from '../../bot/domain/case.ts';
import { factsOf, rulesOf } from '../../bot/domain/clock-facts.ts';
import { localDate } from '../../bot/domain/local-date.ts';
import { mayBePhoned } from '../../bot/domain/report.ts';
import { type ClockFacts, reportClocks, settlePromise } from '../../bot/domain/report-clocks.ts';
import { isOpen, type ReportAction } from '../../bot/domain/report-state.ts';
import type { City } from '../../bot/ports.ts';
import type { ReportView } from '../../bot/reads.ts';
import { openEvent } from '../event-words.ts';
import type { Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { type CaseRow, caseOf, comerOf, readCase } from './case.ts';
import { ownThread } from './own-thread.ts';
import { showsPhotos } from './publication.ts';

/** Steps by which an office says something to the citizen. */
const officeSays: readonly ReportAction[] = ['answer', 'not_yet', 'extend', 'finish', 'not_ours'];

/** As if the citizen answered the open question today: the day the clock then runs to. */
const answeredToday = ({ askings, ...facts }: ClockFacts, today: string): ClockFacts => ({
  ...facts,
  askings: askings.map((asking) => ({ ...asking, answeredOn: asking.answeredOn ?? today })),
});

/** The day that is counted on: of the first answer, and once that was given of the end. */
const promiseOf = (facts: ClockFacts, rules: ReturnType<typeof rulesOf>, today: string) => {
  const running = answeredToday(facts, today);
  const answered = facts.answeredOn !== undefined;
  const { firstAnswer } = reportClocks(running, rules);
  if (!answered && firstAnswer.is === 'running') return { promise: firstAnswer.due, answered };
  return { promise: answered ? settlePromise(running, rules).due : facts.firstAnswer.due, answered };
};

const lastWords = (
  row: CaseRow,
  actions: readonly ReportAction[],
  seal: Seal,
  on: (at: string) => string,
) => {
  const said = row.events.findLast(
    ({ action, sealed }) => sealed !== null && (actions as readonly string[]).includes(action),
  );
  if (!said?.sealed) return null;
  const { words } = openEvent(seal, row, Buffer.from(said.sealed, 'base64'));
  return words ? { on: on(said.at), words } : null;
};

/** A report as one contact may see it as a citizen; null for a number nobody has, and for a sensitive one that is not theirs. */
export const reportView = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { ticket, contact, now }: { ticket: string; contact: number; now: Date },
): Promise<ReportView | null> => {
  const row = await readCase(runner, ticket, contact);
  const who = row && comerOf(row, 'citizen', contact, seal, city);
  if (!row || who?.as !== 'citizen') return null;
  const sensitive = row.sensitive !== 'none';
  if (sensitive && !who.wrote) return null;
  const view = seenBy(row, who, seal, city, now);
  const pictures =
    row.reporter === contact && !row.confidential && row.photos.some(({ kind }) => kind === 'photo');
  if (!sensitive)
    return pictures ? { ...view, photos: (await showsPhotos(runner, contact)) ? 'open' : 'closed' } : view;
  const { zone } = city.agency;
  return { ...view, thread: await ownThread(runner, seal, { ticket, contact, zone }) };
};

const seenBy = (
  row: CaseRow,
  who: Extract<Comer, { as: 'citizen' }>,
  seal: Seal,
  city: City,
  now: Date,
): ReportView => {
  const rules = rulesOf(city);
  const today = localDate(now, rules.zone);
  const on = (at: string) => localDate(new Date(at), rules.zone);
  const it = caseOf(row, city);
  const facts = factsOf(it.filed, it.timeline, rules);
  const { reopenUntil } = reportClocks(facts, rules);
  const tooLate = reopenUntil !== undefined && today > reopenUntil.due;
  const category = city.categories.find(({ key }) => key === row.category);
  const hidden = row.confidential && !who.wrote;
  const asked = row.state === 'menunggu_warga' && who.wrote;
  return {
    ticket: row.ticket,
    category: row.category,
    state: row.state,
    received: on(row.received),
    seenBy: who.wrote ? 'reporter' : who.follows ? 'follower' : 'stranger',
    unit: city.units.find(({ code }) => code === row.unit)?.name ?? row.unit,
    place: hidden ? null : row.place,
    words: who.wrote ? row.words : null,
    due: row.first_due,
    ...promiseOf(facts, rules, today),
    may: openTo(it, who).filter((action) => action !== 'reopen' || !tooLate),
    question: asked ? (lastWords(row, ['ask_citizen'], seal, on)?.words ?? null) : null,
    answer: who.wrote ? lastWords(row, officeSays, seal, on) : null,
    confidential: row.confidential,
    sharesPhone: row.phone !== null,
    mayCall: category !== undefined && mayBePhoned(category),
    open: isOpen(row.state),
    events: hidden ? [] : row.events.map(({ at, action, blanks }) => ({ on: on(at), action, blanks })),
  };
};

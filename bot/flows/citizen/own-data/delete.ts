import { type Asking, type Finish, form } from '../../../conversation/form.ts';
import { pick } from '../../../conversation/questions/pick.ts';
import { type Reply, say, type Text } from '../../../conversation/reply.ts';
import type { OwnData, OwnReport } from '../../../domain/own-data.ts';
import { keepDays } from '../../../domain/retention.ts';
import { newRightsNumber } from '../../../domain/rights.ts';
import { mine } from './mine.ts';
import { day, textUntil, tickets } from './told.ts';
import { whichReport } from './which-report.ts';

type Answers = { which: 'all' | 'one'; ticket: string };
type Facts = { mine: OwnData };
type At = Asking<Answers, Facts>;

const years = (days: number): number => Math.round(days / 365);

/** The reports it is about: those that have ended, whose link can go now, and those still worked on. */
const reportsOf = ({ answers: { which, ticket }, facts }: At) => {
  const all = (facts.mine?.reports ?? []).filter((report) => which === 'all' || report.ticket === ticket);
  const isRunning = ({ ended }: OwnReport) => ended === null;
  return { running: all.filter(isRunning), closed: all.filter((report) => !isRunning(report)) };
};

const ofAll = (asking: At): Text[] => {
  const { running, closed } = reportsOf(asking);
  const last = closed
    .flatMap(({ ended }) => ended ?? [])
    .sort()
    .at(-1);
  return [
    say('own-data.delete.now', { count: closed.length }),
    ...(last ? [say('own-data.delete.archive', { date: day(textUntil(last)) })] : []),
    ...(running.length > 0 ? [stays(running)] : []),
    say('own-data.delete.sensitive', { count: years(keepDays.sensitive) }),
    ...(asking.facts.mine?.employee ? [say('own-data.delete.employee')] : []),
  ];
};

const stays = (running: readonly OwnReport[]): Text =>
  say('own-data.delete.running', { detail: tickets(running), count: years(keepDays.reportText) });

const ofOne = (asking: At): Text[] => {
  const { running, closed } = reportsOf(asking);
  return [
    ...(running.length > 0 ? [stays(running)] : []),
    ...closed.map(({ ticket, ended }) =>
      say('own-data.delete.one', { ticket, date: day(textUntil(ended ?? '')) }),
    ),
  ];
};

/** What goes now, and what a duty keeps, with its date: never a silent refusal. */
const explained = (asking: At): Reply => ({
  text: {
    join: [...(asking.answers.which === 'all' ? ofAll(asking) : ofOne(asking)), say('own-data.delete.sure')],
    by: '\n',
  },
});

const deleted = (asking: At): Finish => {
  const { which, ticket } = asking.answers;
  const { running, closed } = reportsOf(asking);
  const number = newRightsNumber(asking.moment.random);
  const done = which === 'all' || closed.length > 0;
  const later = say('own-data.delete.later', { number, detail: tickets(running) });
  return {
    say: [
      ...(done ? [{ text: say('own-data.delete.done', { number }) }] : []),
      ...(running.length > 0 ? [{ text: later }] : []),
    ],
    effects: [{ do: 'rights.delete', number, ...(which === 'one' && ticket && { ticket }) }],
    rests: true,
  };
};

/** Erases what a person left here, or ties of one report; a running report and the archive are kept as long as said. */
export const deleteData = form<Answers, Facts>({
  id: 'data-delete',
  facts: { mine },
  questions: ({ answers: { which }, facts, moment }) => {
    const reports = facts.mine?.reports ?? [];
    return {
      which: pick<'all' | 'one'>(
        {
          text: say('own-data.delete'),
          choices: [
            { id: 'all', label: say('button.data-all') },
            ...(reports.length > 0 ? [{ id: 'one', label: say('button.data-one') }] : []),
            { id: 'cancel', label: say('button.cancel') },
          ],
        },
        { title: say('button.data-what') },
      ),
      ...(which === 'one' && { ticket: whichReport(reports, moment) }),
    };
  },
  review: explained,
  finish: deleted,
});

import { eq, inArray } from 'drizzle-orm';
import type { EventDetail } from '../../../bot/domain/report-timeline.ts';
import { follower, notice, report, reportEvent } from '../../schema/index.ts';
import type { Seal } from '../../sealed.ts';
import { keyOfMessage } from '../../sessions.ts';
import { fileReport } from '../../stores/report.ts';
import type { DemoReport } from './imagine.ts';
import { runnerOf } from './runner-of.ts';
import type { Person, Tx } from './write-people.ts';
import type { AtWork } from './write-staff.ts';

/** What a timeline's line shows of an event: the day that was named. */
const blanksOf = ({ answer }: EventDetail): { [name: string]: string } =>
  answer?.on === undefined ? {} : { date: answer.on };

/**
 * Files the reports by the road that citizens' own take, so that secrecy is kept in one place only; then adds what
 * became of them. Nobody is told: it was long ago. The statements are sent without waiting for each other.
 */
export async function writeReports(
  tx: Tx,
  seal: Seal,
  reports: readonly DemoReport[],
  people: ReadonlyMap<number, Person>,
  atWork: AtWork,
): Promise<void> {
  const who = (person: number) => need(people.get(person));
  await Promise.all(
    reports.map(({ report, draft, reporter }) => {
      const from = who(reporter);
      const message = keyOfMessage(seal, from.address, `demo ${report.ticket}`);
      return fileReport(runnerOf(tx), seal, from, { do: 'report.file', report, draft }, message);
    }),
  );
  const tickets = reports.map((one) => one.report.ticket);
  const filed = await tx
    .select({ id: report.id, ticket: report.ticket })
    .from(report)
    .where(inArray(report.ticket, tickets));
  const happened = tx
    .select({ id: reportEvent.id })
    .from(reportEvent)
    .where(
      inArray(
        reportEvent.reportId,
        filed.map(({ id }) => id),
      ),
    );
  await tx.delete(notice).where(inArray(notice.eventId, happened));
  const ids = new Map(filed.map(({ id, ticket }) => [ticket, id]));
  const idOf = (one: DemoReport) => need(ids.get(one.report.ticket));

  await tx.insert(reportEvent).values(
    reports.flatMap((one) =>
      one.told.map(({ words, ...event }) => ({
        reportId: idOf(one),
        ...event,
        employeeId: atWork(event.actor, one.draft.unit, one.officer),
        blanks: blanksOf(event.detail),
        sealed: words ? seal.seal('report', `event|${one.report.ticket}`, words) : null,
      })),
    ),
  );
  await Promise.all(
    reports.map((one) => {
      const taken = one.told.some(({ action }) => action === 'accept');
      const takerId = taken ? atWork('officer', one.draft.unit, one.officer) : null;
      const state = one.told.at(-1)?.state ?? one.report.state;
      return tx
        .update(report)
        .set({ state, takerId })
        .where(eq(report.id, idOf(one)));
    }),
  );
  await tx
    .insert(follower)
    .values(
      reports.flatMap((one) =>
        one.followers.map(({ person, since }) => ({ reportId: idOf(one), contactId: who(person).id, since })),
      ),
    );
}

function need<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('a demo report lost its row or its reporter');
  return found;
}

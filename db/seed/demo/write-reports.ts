import { inArray } from 'drizzle-orm';
import { follower, report, reportEvent } from '../../schema/index.ts';
import type { Seal } from '../../sealed.ts';
import { keyOfMessage } from '../../sessions.ts';
import { fileReport } from '../../stores/report.ts';
import type { DemoReport } from './imagine.ts';
import { runnerOf } from './runner-of.ts';
import type { Person, Tx } from './write-people.ts';

/**
 * Files the reports by the road that citizens' own take, so that secrecy is kept in one place only; then adds what
 * became of them. The statements are sent without waiting for each other.
 */
export async function writeReports(
  tx: Tx,
  seal: Seal,
  reports: readonly DemoReport[],
  people: ReadonlyMap<number, Person>,
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
  const ids = new Map(filed.map(({ id, ticket }) => [ticket, id]));
  const idOf = (one: DemoReport) => need(ids.get(one.report.ticket));

  await tx.insert(reportEvent).values(
    reports.flatMap((one) =>
      one.told.map(({ words, ...event }) => ({
        reportId: idOf(one),
        ...event,
        sealed: words ? seal.seal('report', `event|${one.report.ticket}`, words) : null,
      })),
    ),
  );
  const states = Map.groupBy(reports, ({ report, told }) => told.at(-1)?.state ?? report.state);
  for (const [state, group] of states) {
    await tx
      .update(report)
      .set({ state })
      .where(inArray(report.id, group.map(idOf)));
  }
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

import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchServer } from '../bench-server.ts';
import { steps } from '../dialogue.ts';
import { saturate } from '../loads.ts';
import type { Options } from '../options.ts';
import { median } from '../quantiles.ts';
import { startSubject } from '../subject.ts';
import { firstReports } from '../town.ts';
import { countWire } from '../wire-count.ts';
import type { Office } from './office.ts';

/** Round trips of a step on the wire: until the Graph API is called with the answer, from then on, and those of the three statuses of that answer. */
export type StepTrips = { step: string; before: number; behind: number; statements: number; news: number };

const dialogues = 9;
const warmReports = 4;

/** So long after a message, what belongs to it and to its statuses has been written (milliseconds). */
const quiet = 90;

const { NaN: unknown } = Number;
const middle = (values: readonly number[]) => (values.length > 0 ? median(values) : unknown);

/** Counts statements and waits of each step, one person at a time, on a service that is warm; first without statuses, then with. */
export const countTrips = async (
  server: BenchServer,
  office: Office,
  { people }: Pick<Options, 'people'>,
): Promise<StepTrips[]> => {
  const database = await server.fresh('service');
  const wire = await countWire(database.url);
  const subject = await startSubject('service', office.setting(wire.url));
  await office.connect(subject.webhook);
  office.emulator.statuses(false);
  await saturate(office.people, people, firstReports(people), () => {});
  await saturate(
    office.people,
    people,
    (begun) => begun < warmReports * people,
    () => {},
  );
  await sleep(2 * quiet);

  const play = async () => {
    const seen = steps.map(() => ({
      before: [] as number[],
      behind: [] as number[],
      statements: [] as number[],
    }));
    let before = wire.take();
    office.listen({
      called: ({ call }) => {
        if (call === 'messages') before = wire.take();
      },
    });
    for (let i = 0; i < dialogues; i++) {
      wire.take();
      await office.people[0]?.play({
        think: () => 2 * quiet,
        onReply: (_, step) =>
          void setTimeout(() => {
            const rest = wire.take();
            seen[step]?.before.push(before.trips);
            seen[step]?.behind.push(rest.trips);
            seen[step]?.statements.push(before.statements + rest.statements);
          }, quiet),
      });
      await sleep(2 * quiet);
    }
    office.listen({});
    return seen.map((one) => ({
      before: middle(one.before),
      behind: middle(one.behind),
      statements: middle(one.statements),
    }));
  };
  const alone = await play();
  office.emulator.statuses({});
  const told = await play();
  await office.emulator.idle();
  await subject.stop();
  await wire.close();
  await database.drop();
  return alone.map((one, i) => ({
    step: steps[i]?.name ?? '',
    ...one,
    news: (told[i]?.before ?? unknown) + (told[i]?.behind ?? unknown) - one.before - one.behind,
  }));
};

import cron from 'node-cron';
import type { Job } from '../bot/jobs/index.ts';
import type { OpenHall } from './hall.ts';
import { faultOf } from './log.ts';

/** Letters that a crash left behind, or that wait for their time, are looked for this often at least (milliseconds). */
const sweepEvery = 2_000;

/** Starts the clockwork of one process: the outbox sweep, and the jobs by node-cron, which only ticks; what is due stands in the database. */
export const startTicking = (hall: OpenHall, jobs: readonly Job[]): { stop: () => Promise<void> } => {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout>;
  let sweeping: Promise<unknown> = Promise.resolve();

  const sweep = async () => {
    let next = sweepEvery;
    try {
      await hall.announce();
      await hall.deliver();
      const due = await hall.outbox.nextDue(hall.channels);
      if (due !== undefined) next = Math.min(sweepEvery, Math.max(50, due * 1000));
    } catch (error) {
      hall.log.warn({ event: 'sweep-failed', code: faultOf(error).code });
    }
    if (stopped) return;
    timer = setTimeout(() => {
      sweeping = sweep();
    }, next);
  };
  sweeping = sweep();

  const running = new Set<Promise<unknown>>();
  const tasks = jobs.map(({ name, cron: when, run }) =>
    cron.schedule(
      when,
      () => {
        const task = run()
          .catch((error: unknown) =>
            hall.log.warn({ event: 'job-failed', id: name, code: faultOf(error).code }),
          )
          .finally(() => running.delete(task));
        running.add(task);
        return task;
      },
      { name, noOverlap: true, timezone: hall.city().agency.zone },
    ),
  );
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      for (const task of tasks) await task.destroy();
      await Promise.allSettled([sweeping, ...running]);
    },
  };
};

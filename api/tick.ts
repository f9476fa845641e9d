import cron from 'node-cron';
import type { Job } from '../bot/jobs/index.ts';
import type { OpenHall } from './hall.ts';
import { faultOf } from './log.ts';

/** Letters that a crash left behind, or that wait for their time, are looked for this often at least (milliseconds). */
const sweepEvery = 2_000;

/** Does a round now and again whenever the next letter is due, until it is stopped. */
const again = (hall: OpenHall, round: () => Promise<unknown>, bulk?: boolean) => {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout>;
  let running: Promise<unknown> = Promise.resolve();
  const sweep = async () => {
    let next = sweepEvery;
    try {
      await round();
      const due = await hall.outbox.nextDue(hall.channels, bulk);
      if (due !== undefined) next = Math.min(sweepEvery, Math.max(50, due * 1000));
    } catch (error) {
      hall.log.warn({ event: 'sweep-failed', code: faultOf(error).code });
    }
    if (stopped) return;
    timer = setTimeout(() => {
      running = sweep();
    }, next);
  };
  running = sweep();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
};

/**
 * Starts the clockwork of one process: the outbox sweeps, and the jobs by node-cron, which only ticks; what is due stands
 * in the database. Thousands of letters to all take minutes: meanwhile news is told and answers go by a sweep of their own.
 */
export const startTicking = (hall: OpenHall, jobs: readonly Job[]): { stop: () => Promise<void> } => {
  const answers = async () => {
    await hall.announce();
    await hall.deliver({ bulk: false });
  };
  const sweeps = [again(hall, answers, false), again(hall, () => hall.deliver())];

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
      hall.rest();
      const swept = sweeps.map((stop) => stop());
      for (const task of tasks) await task.destroy();
      await Promise.allSettled([...swept, ...running]);
    },
  };
};

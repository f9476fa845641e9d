import { SettingsRefused } from './env.ts';
import { faultOf } from './log.ts';
import { within } from './within.ts';
import { createWorkerApp } from './worker/app.ts';
import { createConsoleLog } from './worker/console-log.ts';
import { createKnownCity } from './worker/known-city.ts';
import { runDue } from './worker/run-due.ts';
import { type Bindings, readSettings, type WorkerSettings } from './worker/settings.ts';
import { openVisit, type Rooms, type Visit } from './worker/visit.ts';

/** What Cloudflare gives with an event: `waitUntil` keeps the Worker alive behind its answer (30 s at most). */
type Stay = { waitUntil: (task: Promise<unknown>) => void };

/** A database that accepts a connection and then says nothing counts as away after so long (milliseconds). */
const patience = 10_000;

const city = createKnownCity(Date.now);

/** The settings, or one line in the log that says all that is wrong with them and never a value. */
const settled = (bindings: Bindings): WorkerSettings | undefined => {
  try {
    return readSettings(bindings);
  } catch (error) {
    if (!(error instanceof SettingsRefused)) throw error;
    createConsoleLog('error').error({ event: 'settings-refused', code: error.faults.join(' ') });
    return undefined;
  }
};

/** The rooms, once the database has said something. */
const answering = async (visit: Visit): Promise<Rooms> => {
  const rooms = await visit.rooms();
  await rooms.hall.clock.refresh();
  return rooms;
};

/** The service on Cloudflare Workers. Without complete settings it takes no message and says so in its log. */
export default {
  fetch: async (request: Request, bindings: Bindings, stay: Stay): Promise<Response> => {
    const settings = settled(bindings);
    if (!settings) return new Response('not set up', { status: 500 });
    const visit = openVisit(settings, city, createConsoleLog(settings.LOG_LEVEL));
    try {
      const answer = await within(Promise.resolve(createWorkerApp(settings, visit).fetch(request)), patience);
      return answer ?? new Response('try again', { status: 503, headers: { 'retry-after': '5' } });
    } finally {
      stay.waitUntil(visit.leave());
    }
  },

  scheduled: async ({ scheduledTime }: { scheduledTime: number }, bindings: Bindings): Promise<void> => {
    const settings = settled(bindings);
    if (!settings) return;
    const log = createConsoleLog(settings.LOG_LEVEL);
    const visit = openVisit(settings, city, log);
    try {
      const rooms = await within(answering(visit), patience);
      if (rooms) await runDue(settings, rooms, new Date(scheduledTime));
      else log.error({ event: 'tick-missed', code: 'the database is silent' });
    } catch (error) {
      log.error({ event: 'tick-missed', code: faultOf(error).code });
    } finally {
      await visit.leave();
    }
  },
};

import { SettingsRefused } from './env.ts';
import { createWorkerApp } from './worker/app.ts';
import { createConsoleLog } from './worker/console-log.ts';
import { createKnownCity } from './worker/known-city.ts';
import { runDue } from './worker/run-due.ts';
import { type Bindings, readSettings, type WorkerSettings } from './worker/settings.ts';
import { openVisit } from './worker/visit.ts';

/** What Cloudflare gives with an event: `waitUntil` keeps the Worker alive behind its answer (30 s at most). */
type Stay = { waitUntil: (task: Promise<unknown>) => void };

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

/** The service on Cloudflare Workers. Without complete settings it takes no message and says so in its log. */
export default {
  fetch: async (request: Request, bindings: Bindings, stay: Stay): Promise<Response> => {
    const settings = settled(bindings);
    if (!settings) return new Response('not set up', { status: 500 });
    const visit = openVisit(settings, city, createConsoleLog(settings.LOG_LEVEL));
    try {
      return await createWorkerApp(settings, visit).fetch(request);
    } finally {
      stay.waitUntil(visit.leave());
    }
  },

  scheduled: async ({ scheduledTime }: { scheduledTime: number }, bindings: Bindings): Promise<void> => {
    const settings = settled(bindings);
    if (!settings) return;
    const visit = openVisit(settings, city, createConsoleLog(settings.LOG_LEVEL));
    try {
      await runDue(settings, await visit.rooms(), new Date(scheduledTime));
    } finally {
      await visit.leave();
    }
  },
};

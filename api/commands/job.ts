import { createTelegram } from '../../bot/channels/telegram/index.ts';
import { createWhatsAppCloud } from '../../bot/channels/whatsapp-cloud/index.ts';
import { jobNames } from '../../bot/jobs/index.ts';
import { newestLetter } from '../../db/reads/outbox.ts';
import type { Env } from '../env.ts';
import { exercisesOf } from '../exercises-of.ts';
import { openHall } from '../hall.ts';
import { jobsOf } from '../jobs.ts';
import { openMedia, storageOf } from '../media/index.ts';
import type { Opened } from '../open.ts';
import { whatsappNumberOf } from '../whatsapp-connect.ts';
import { deliverNew } from './deliver-new.ts';
import { hallAt } from './hall-at.ts';
import { operatorCommand } from './operator-command.ts';
import { operatorLog } from './operator-log.ts';
import { done, type Outcome, refused, wrongUsage } from './outcome.ts';
import { type Progress, withProgress } from './progress.ts';
import { readInstant } from './read-instant.ts';
import { settings, withDatabase } from './with-database.ts';

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

const run = async (
  env: Env,
  { database, seal }: Opened,
  { name, at }: { name: string; at: string | undefined },
  progress: Progress,
): Promise<Outcome> => {
  const storage = storageOf(env);
  const real = await openHall({
    database,
    seal,
    log: operatorLog,
    publicUrl: env.PUBLIC_URL,
    zone: env.AGENCY_TIMEZONE,
    storage,
  });
  if (env.TELEGRAM_BOT_TOKEN)
    real.channels.push(createTelegram({ token: env.TELEGRAM_BOT_TOKEN, apiRoot: env.TELEGRAM_API_ROOT }));
  const number = whatsappNumberOf(env);
  if (number) real.channels.push(createWhatsAppCloud(number));
  const instant = at === undefined ? undefined : readInstant(at, real.city().agency.zone);
  const hall = instant ? hallAt(real, instant) : real;
  const job = jobsOf(hall, openMedia(env, hall), storage, exercisesOf(hall)).find((one) => one.name === name);
  if (!job) return wrongUsage(`There is no job ${name}: ${jobNames.join(', ')}.`);
  const since = await newestLetter(database);
  const begun = hall.clock.now().toISOString();
  const did = await job.run();
  await hall.announce();
  const letters = await deliverNew(hall, since, progress);
  const waits = letters.waiting > 0 ? `, of which ${letters.waiting} wait for the service` : '';
  const words = `${name} ran as of ${begun}: ${did} done, ${count(letters.written, 'letter')} written${waits}.`;
  return done(words, { job: name, at: begun, did, letters });
};

/** Runs one job now, or as if it were then (demo only), and delivers what it wrote. */
export const jobCommand = operatorCommand(
  { name: 'job', description: 'Run one timed job and deliver what it wrote', asks: 'run-jobs' },
  {
    name: { type: 'positional', required: true, description: 'Its name, as "jobs" lists it' },
    at: {
      type: 'string',
      valueHint: 'INSTANT',
      description:
        'As if it were then: 2026-12-01T09:00 in the agency\u2019s zone, or with an offset (demo only)',
    },
  },
  async ({ name, at, json }) => {
    if (!(jobNames as readonly string[]).includes(name))
      return wrongUsage(`There is no job ${name}: ${jobNames.join(', ')}.`);
    if (at !== undefined && !readInstant(at, 'UTC'))
      return wrongUsage(`--at ${at} is no instant: write 2026-12-01T09:00 or 2026-12-01T09:00+07:00.`);
    const env = settings();
    if (at !== undefined && !env.DEMO) return refused('--at works in a demo only (DEMO=1).');
    return withProgress(`Running ${name}`, { quiet: json === true }, (progress) =>
      withDatabase(env, (opened) => run(env, opened, { name, at }, progress)),
    );
  },
);

import { publishCommands } from '../../bot/channels/telegram/commands.ts';
import { menusOf } from '../../bot/channels/telegram/menus.ts';
import { flows } from '../../bot/flows/index.ts';
import { menuCommands } from '../../bot/menu-commands.ts';
import { jobsOf } from '../jobs.ts';
import { faultOf } from '../log.ts';
import { isDue } from './due.ts';
import type { WorkerSettings } from './settings.ts';
import type { Rooms } from './visit.ts';

type Task = { name: string; cron: string; run: () => Promise<unknown> };

/** Node tells Telegram the commands at each start; a Worker has no start, so it looks once an hour. */
const commandsTask = (settings: WorkerSettings, { hall }: Rooms): Task[] => {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot } = settings;
  if (!token) return [];
  const run = () =>
    publishCommands(menusOf({ token, apiRoot }), menuCommands(flows), hall.city().agency.locales);
  return [{ name: 'publish-commands', cron: '10 * * * *', run }];
};

/** Runs what is due in this minute, by the same table of jobs as on Node. One that fails stops no other. */
export const runDue = async (settings: WorkerSettings, rooms: Rooms, at: Date): Promise<void> => {
  const { hall, photos, storage } = rooms;
  const tasks = [
    ...jobsOf(hall, photos, storage).filter(({ name }) => name !== 'refresh-city'),
    ...commandsTask(settings, rooms),
  ];
  const due = tasks.filter(({ cron }) => isDue(cron, at, hall.city().agency.zone));
  await Promise.all(
    due.map(({ name, run }) =>
      run().catch((error: unknown) =>
        hall.log.warn({ event: 'job-failed', id: name, code: faultOf(error).code }),
      ),
    ),
  );
};

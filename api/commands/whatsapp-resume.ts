import { account } from '../../bot/channels/whatsapp-linked/index.ts';
import type { Pools } from '../../db/pools.ts';
import { type DeviceResumed, resumeDevice } from '../../db/stores/resume-device.ts';
import { operatorCommand } from './operator-command.ts';
import { done, type Outcome } from './outcome.ts';
import { settings, withDatabase } from './with-database.ts';

const resumedWords = ({ wasPaused, wasStopped }: DeviceResumed): string => {
  if (!wasPaused && !wasStopped) return 'Sending was not paused, and the device had not stopped.';
  return [
    ...(wasPaused ? ['Sending goes on: a running service notices within half a minute.'] : []),
    ...(wasStopped ? ['The device may try again: a running service does so within seconds.'] : []),
    'See how it goes with "npm run pendopo -- whatsapp status".',
  ].join(' ');
};

/** Lifts a pause of sending, and lets a device that has stopped try again. */
export const resumeWhatsApp = async (database: Pick<Pools, 'sql'>): Promise<Outcome> => {
  const resumed = await resumeDevice(database, account);
  return done(resumedWords(resumed), resumed);
};

export const whatsappResumeCommand = operatorCommand(
  {
    name: 'resume',
    description: 'Let the linked device send again after a pause, and try again after a stop',
    asks: 'tend-outbox',
  },
  {},
  () => withDatabase(settings(), ({ database }) => resumeWhatsApp(database)),
);

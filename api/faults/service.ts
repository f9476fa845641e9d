import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { connect } from '../../db/database.ts';
import { createSeal } from '../../db/sealed.ts';
import { createApp } from '../app.ts';
import { openHall } from '../hall.ts';
import { jobsOf } from '../jobs.ts';
import { createLog } from '../json-log.ts';
import { addTelegramBot } from '../telegram-bot.ts';
import { startTicking } from '../tick.ts';

/**
 * The service as a process of its own, so that it can be killed: the real webhook, clockwork and log on a database and
 * a Bot API that the test chose. Tells its parent the port, and ends when the parent is gone.
 */
const {
  FAULTS_DATABASE = '',
  FAULTS_API_ROOT = '',
  FAULTS_TOKEN = '',
  FAULTS_SECRET = '',
  FAULTS_KEY = '',
} = process.env;
const { FAULTS_PLANT: plant } = process.env;

process.once('disconnect', () => process.exit(0));

const log = createLog('info');
const hall = await openHall({
  database: connect(FAULTS_DATABASE),
  seal: createSeal(Buffer.from(FAULTS_KEY, 'base64')),
  log,
  publicUrl: 'https://sapa.example',
  watch: ({ tries }) => {
    if (tries > 2) log.info({ event: 'decided-again', count: tries });
  },
});
const media = async () => 0;
const { desk } = addTelegramBot(hall, { token: FAULTS_TOKEN, apiRoot: FAULTS_API_ROOT }, { media });
const after = (task: Promise<unknown>) => void task.catch(() => {});
const app = createApp({ hall, telegram: { secrets: [FAULTS_SECRET], desk, after } });
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => {
  startTicking(hall, jobsOf(hall, media));
  if (plant) log.info({ event: 'planted', code: plant });
  process.send?.({ port: (server.address() as AddressInfo).port });
});

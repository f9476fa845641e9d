import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { signedBy } from '../../bot/channels/whatsapp-cloud/signature.ts';
import { connect } from '../../db/database.ts';
import { createSeal } from '../../db/sealed.ts';
import { type AppParts, createApp } from '../app.ts';
import { openHall } from '../hall.ts';
import { jobsOf } from '../jobs.ts';
import { createLog } from '../json-log.ts';
import { addTelegramBot } from '../telegram-bot.ts';
import { startTicking } from '../tick.ts';
import { addWhatsAppNumber } from '../whatsapp-cloud-number.ts';
import { officeNumber } from './whatsapp-webhook.ts';

/**
 * The service as a process of its own, so that it can be killed: the real webhook, clockwork and log on a database and
 * a platform that the test chose. Tells its parent the port, and ends when the parent is gone.
 */
const {
  FAULTS_DATABASE = '',
  FAULTS_API_ROOT = '',
  FAULTS_TOKEN = '',
  FAULTS_SECRET = '',
  FAULTS_KEY = '',
} = process.env;
const { FAULTS_PLANT: plant, FAULTS_CHANNEL: channel } = process.env;

process.once('disconnect', () => process.exit(0));

const log = createLog('info');
/** Citizens here answer in the same millisecond, which WhatsApp's limit for one person would make last for minutes. */
const hasty = { perChat: 1000, burst: 1000, bulk: 1000, all: 1000, perGroup: 1000 };
const hall = await openHall({
  database: connect(FAULTS_DATABASE),
  seal: createSeal(Buffer.from(FAULTS_KEY, 'base64')),
  log,
  publicUrl: 'https://sapa.example',
  ...(channel === 'whatsapp-cloud' && { pace: hasty }),
  watch: ({ tries }) => {
    if (tries > 2) log.info({ event: 'decided-again', count: tries });
  },
});
const media = async () => 0;
const after = (task: Promise<unknown>) => void task.catch(() => {});
const at = { token: FAULTS_TOKEN, apiRoot: FAULTS_API_ROOT };
const door = (): Partial<AppParts> => {
  if (channel !== 'whatsapp-cloud') {
    const { desk } = addTelegramBot(hall, at, { media });
    return { telegram: { secrets: [FAULTS_SECRET], desk, after } };
  }
  const { phoneNumberId, verifyToken } = officeNumber;
  const { desk } = addWhatsAppNumber(hall, { ...at, phoneNumberId }, { media });
  return { whatsapp: { isSigned: signedBy([FAULTS_SECRET]), verifyToken, desk, after } };
};
const app = createApp({ hall, ...door() });
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => {
  startTicking(hall, jobsOf(hall, media));
  if (plant) log.info({ event: 'planted', code: plant });
  process.send?.({ port: (server.address() as AddressInfo).port });
});

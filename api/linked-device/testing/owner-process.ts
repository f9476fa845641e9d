import { WA_CERT_DETAILS } from '@whiskeysockets/baileys';
import { account } from '../../../bot/channels/whatsapp-linked/index.ts';
import { connect } from '../../../db/database.ts';
import { createLinkedDeviceStore } from '../../../db/linked-device.ts';
import { LinkedDeviceTaken } from '../../../db/linked-device-faults.ts';
import { createSeal } from '../../../db/sealed.ts';
import { readEnv } from '../../env.ts';
import { openHall } from '../../hall.ts';
import type { Line } from '../../log.ts';
import { connectLinkedDevice } from '../connect.ts';

/**
 * A house with a linked device as a process of its own, so that it can be killed or frozen. Tells its parent every line of its
 * log, tries to write with what it held when it has lost the device, and ends when the parent is gone.
 */
const {
  OWNER_DATABASE = '',
  OWNER_KEY = '',
  OWNER_URL = '',
  OWNER_ROOT = '',
  OWNER_TIMES = '',
} = process.env;

process.once('disconnect', () => process.exit(0));
WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(OWNER_ROOT, 'hex');

const database = connect(OWNER_DATABASE);
const seal = createSeal(Buffer.from(OWNER_KEY, 'base64'));
let fence = 0;

const writeAsBefore = async (): Promise<void> => {
  const store = createLinkedDeviceStore(database, seal, account, fence);
  const credentials = (await store.credentials()) ?? '';
  const refused = await store.write({ credentials }).then(
    () => false,
    (error: unknown) => error instanceof LinkedDeviceTaken,
  );
  process.send?.({ refused });
};

const tell = (line: Line): void => {
  if (line.event === 'linked-device-open') fence = Number(line.id);
  process.send?.({ line });
  if (line.event === 'linked-device-lost') void writeAsBefore();
};

const hall = await openHall({
  database,
  seal,
  log: { info: tell, warn: tell, error: tell },
  publicUrl: 'https://sapa.example',
  pace: { perChat: 1000, burst: 1000, bulk: 1000, all: 1000, perGroup: 1000 },
});
const env = readEnv({ WHATSAPP_LINKED_DEVICE: '1', WHATSAPP_LINKED_DEVICE_URL: OWNER_URL });
const connection = connectLinkedDevice(env, hall, {
  media: async () => 0,
  after: (task) => void task.catch(() => {}),
  manners: { dice: () => 0, wait: async () => {}, lookAgain: 1 },
  times: JSON.parse(OWNER_TIMES),
});
process.on('message', async () => {
  await connection?.stop();
  process.exit(0);
});
await connection?.begin();
process.send?.({ ready: true });

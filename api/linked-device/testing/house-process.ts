import { connect } from '../../../db/database.ts';
import { createSeal } from '../../../db/sealed.ts';
import { readEnv } from '../../env.ts';
import { openHall } from '../../hall.ts';
import { createLog } from '../../json-log.ts';
import { connectLinkedDevice } from '../connect.ts';
import { manners } from '../sending/index.ts';

/** A house with a linked device on a database and a server that the test chose. Tells its parent when it has begun, and ends when the parent is gone. */
const { HOUSE_DATABASE = '', HOUSE_WHATSAPP = '', HOUSE_KEY = '' } = process.env;

process.once('disconnect', () => process.exit(0));

const hall = await openHall({
  database: connect(HOUSE_DATABASE),
  seal: createSeal(Buffer.from(HOUSE_KEY, 'base64')),
  log: createLog('info'),
  publicUrl: 'https://sapa.example',
});
const device = connectLinkedDevice(
  readEnv({ WHATSAPP_LINKED_DEVICE: '1', WHATSAPP_LINKED_DEVICE_URL: HOUSE_WHATSAPP }),
  hall,
  {
    media: async () => 0,
    after: (task) => void task.catch(() => {}),
    manners: { ...manners, wait: async () => {} },
  },
);
await device?.begin();
process.send?.('begun');

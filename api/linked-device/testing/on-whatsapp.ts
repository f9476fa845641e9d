import * as real from '@whiskeysockets/baileys';
import type { Inbound } from '../../../bot/conversation/inbound.ts';
import { createLinkedDeviceStore } from '../../../db/linked-device.ts';
import { createSeal } from '../../../db/sealed.ts';
import type { TestDatabase } from '../../../db/testing.ts';
import type { Line } from '../../log.ts';
import { createAuthState } from '../auth-state.ts';
import { createLinkedDevice } from '../index.ts';
import type { Library } from '../library.ts';
import { pairDevice } from '../pair.ts';
import type { WhatsApp } from '../testing-server/index.ts';

const seal = createSeal(Buffer.alloc(32, 7));
const account = 'device';

/** What a test may change of the client's own settings, which the service leaves alone. */
type Patience = Partial<
  Pick<Parameters<Library['makeWASocket']>[0], 'keepAliveIntervalMs' | 'connectTimeoutMs'>
>;

/** The real client, whose files go to the server of this machine. */
export const clientOn = ({ files }: WhatsApp, patience: Patience = {}): Library => ({
  ...real,
  makeWASocket: (config) => real.makeWASocket({ ...config, ...patience, fetchAgent: files.agent }),
});

export const storeOf = ({ sql }: Pick<TestDatabase, 'sql'>) =>
  createLinkedDeviceStore({ sql }, seal, account);

/** A person needs a moment to type a code; the device has told the server of it by then. */
const typed = async (whatsApp: WhatsApp, code: string): Promise<void> => {
  while (!(await whatsApp.type(code))) await new Promise((resolve) => setTimeout(resolve, 10));
};

/** Keys of a device that is linked without a screen: enough that it need not make more at once. */
const keysAtFirst = 30;

/** Links the office's number without QR and code, for tests that are about what comes afterwards. */
export const linkOn = async (whatsApp: WhatsApp, copy: Pick<TestDatabase, 'sql'>): Promise<void> => {
  const store = storeOf(copy);
  await store.wipe();
  const { creds, keys, save } = await createAuthState(real, store, () => {});
  const { update, node } = await real.getNextPreKeysNode({ creds, keys }, keysAtFirst);
  const { index } = whatsApp.adopt(node);
  const { number, lid, name } = whatsApp.office;
  const [id, own] = [number, lid].map((jid) => jid.replace('@', `:${index}@`));
  Object.assign(creds, update, {
    me: { id, lid: own, name },
    account: real.proto.ADVSignedDeviceIdentity.fromObject({ details: Buffer.from('x') }),
  });
  await save();
};

/** Links the office's number as a person does: the QR on the screen is scanned with the office's phone. */
export const pairOn = (whatsApp: WhatsApp, copy: Pick<TestDatabase, 'sql'>, phone?: string) =>
  pairDevice({
    baileys: clientOn(whatsApp),
    store: storeOf(copy),
    url: whatsApp.url,
    phone,
    show: (what) => {
      if ('qr' in what) whatsApp.scan(what.qr);
      else void typed(whatsApp, what.code);
    },
    stopped: new AbortController().signal,
  });

/** A device of the service on the server of this machine, and what it has taken. */
export const deviceOn = (
  whatsApp: WhatsApp,
  copy: Pick<TestDatabase, 'sql'>,
  given: {
    patience?: Patience;
    sentText?: (jid: string, id: string) => Promise<string | undefined>;
    take?: (inbound: Inbound) => Promise<unknown>;
  } = {},
) => {
  const lines: Line[] = [];
  const taken: Inbound[] = [];
  const keep = (line: Line) => void lines.push(line);
  const device = createLinkedDevice({
    database: copy,
    seal,
    account,
    url: whatsApp.url,
    sentText: given.sentText ?? (async () => undefined),
    baileys: clientOn(whatsApp, given.patience),
    now: () => new Date(),
    dice: () => 0,
    log: { info: keep, warn: keep, error: keep },
    take: async (inbound) => {
      await given.take?.(inbound);
      taken.push(inbound);
    },
    failed: async () => false,
  });
  return {
    ...device,
    lines,
    taken,
    told: (event: string) => lines.filter((line) => line.event === event),
    texts: () => taken.flatMap(({ content }) => (content.kind === 'text' ? content.text : [])),
  };
};

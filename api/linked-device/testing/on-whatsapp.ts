import type { BinaryNode } from '@whiskeysockets/baileys';
import * as real from '@whiskeysockets/baileys';
import type { Inbound } from '../../../bot/conversation/inbound.ts';
import { createLinkedDeviceStore } from '../../../db/linked-device.ts';
import { createHealthBook } from '../../../db/linked-device-health.ts';
import { createSeal } from '../../../db/sealed.ts';
import type { TestDatabase } from '../../../db/testing.ts';
import type { Line } from '../../log.ts';
import { createAuthState } from '../auth-state.ts';
import { createLinkedDevice } from '../index.ts';
import type { Library } from '../library.ts';
import type { LeaseTimes } from '../owning/ownership.ts';
import { pairDevice } from '../pair.ts';
import type { SaidAgain } from '../sent-text.ts';
import type { WhatsApp } from '../testing-server/index.ts';
import { asOwner } from './held-store.ts';

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

/** What is kept of the device, to look at. */
export const storeOf = ({ sql }: Pick<TestDatabase, 'sql'>) =>
  createLinkedDeviceStore({ sql }, seal, account);

/** How the device says it is doing. */
export const healthOf = ({ sql }: Pick<TestDatabase, 'sql'>) =>
  createHealthBook({ sql }, account, 'Asia/Jakarta');

/** A person needs a moment to type a code; the device has told the server of it by then. */
const typed = async (whatsApp: WhatsApp, code: string): Promise<void> => {
  while (!(await whatsApp.type(code))) await new Promise((resolve) => setTimeout(resolve, 10));
};

/** Keys of a device that is linked without a screen: enough that it need not make more at once. */
const keysAtFirst = 30;

/** Links an office's number without QR and code; `handIn` gives the server the device's keys, and its number there. */
export const linkAs = async (
  office: Pick<WhatsApp['office'], 'number' | 'lid' | 'name'>,
  copy: Pick<TestDatabase, 'sql'>,
  handIn: (keys: BinaryNode) => number,
): Promise<void> => {
  const { number, lid, name } = office;
  await asOwner(copy, seal, account, async (store) => {
    await store.wipe();
    const { creds, keys, save } = await createAuthState(real, store, () => {});
    const { update, node } = await real.getNextPreKeysNode({ creds, keys }, keysAtFirst);
    const index = handIn(node);
    const [id, own] = [number, lid].map((jid) => jid.replace('@', `:${index}@`));
    Object.assign(creds, update, {
      me: { id, lid: own, name },
      account: real.proto.ADVSignedDeviceIdentity.fromObject({ details: Buffer.from('x') }),
    });
    await save();
  });
};

/** Links the office's number to the server of this machine, for tests that are about what comes afterwards. */
export const linkOn = (whatsApp: WhatsApp, copy: Pick<TestDatabase, 'sql'>): Promise<void> =>
  linkAs(whatsApp.office, copy, (keys) => whatsApp.adopt(keys).index);

/** Links the office's number as a person does: the QR on the screen is scanned with the office's phone. */
export const pairOn = (whatsApp: WhatsApp, copy: Pick<TestDatabase, 'sql'>, phone?: string) =>
  asOwner(copy, seal, account, (store) =>
    pairDevice({
      baileys: clientOn(whatsApp),
      store,
      url: whatsApp.url,
      phone,
      show: (what) => {
        if ('qr' in what) whatsApp.scan(what.qr);
        else void typed(whatsApp, what.code);
      },
      stopped: new AbortController().signal,
    }),
  );

/** What a test may want of a device; `url` is another way to the server. */
export type Given = {
  url?: string;
  patience?: Patience;
  sentText?: (jid: string, id: string) => Promise<SaidAgain | undefined>;
  take?: (inbound: Inbound) => Promise<unknown>;
  failed?: (inbound: Inbound, error: unknown) => Promise<boolean>;
  times?: LeaseTimes;
  now?: () => Date;
};

/** A device of the service on the server of this machine, and what it has taken. */
export const deviceOn = (whatsApp: WhatsApp, copy: Pick<TestDatabase, 'sql'>, given: Given = {}) => {
  const lines: Line[] = [];
  const taken: Inbound[] = [];
  const keep = (line: Line) => void lines.push(line);
  const device = createLinkedDevice({
    database: copy,
    seal,
    account,
    url: given.url ?? whatsApp.url,
    sentText: given.sentText ?? (async () => undefined),
    baileys: clientOn(whatsApp, given.patience),
    health: healthOf(copy),
    ...(given.times && { times: given.times }),
    now: given.now ?? (() => new Date()),
    dice: () => 0,
    log: { info: keep, warn: keep, error: keep },
    take: async (inbound) => {
      await given.take?.(inbound);
      taken.push(inbound);
    },
    failed: given.failed ?? (async () => false),
  });
  return {
    ...device,
    lines,
    taken,
    told: (event: string) => lines.filter((line) => line.event === event),
    texts: () => taken.flatMap(({ content }) => (content.kind === 'text' ? content.text : [])),
  };
};

export type Device = ReturnType<typeof deviceOn>;

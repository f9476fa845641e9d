import { renderUnicodeCompact } from 'uqr';
import { account } from '../../bot/channels/whatsapp-linked/index.ts';
import { createLinkedDeviceStore } from '../../db/linked-device.ts';
import { LinkedDeviceTaken, LinkedDeviceUnreadable } from '../../db/linked-device-faults.ts';
import { createHealthBook } from '../../db/linked-device-health.ts';
import { type Library, LinkedDeviceRefused, loadLibrary } from '../linked-device/library.ts';
import { type Hold, holdDevice, leaseOf } from '../linked-device/owning/ownership.ts';
import { type Paired, type Pairing, pairDevice } from '../linked-device/pair.ts';
import type { Opened } from '../open.ts';
import { operatorCommand } from './operator-command.ts';
import { done, type Outcome, refused, wrongUsage } from './outcome.ts';
import { settings, withDatabase } from './with-database.ts';

const warning = [
  'A linked device is unofficial: WhatsApp does not offer it to services and may block this number at any time.',
  'Use a number that nothing else depends on. The official way is the Cloud API (see README).',
].join('\n');

const words: { readonly [came in Paired]: string } = {
  linked:
    'The number is linked. A running service connects by itself within seconds; else set WHATSAPP_LINKED_DEVICE=1 and start one.',
  'already-linked': 'A number is linked already. To link another, or this one anew, add --again.',
  timeout: 'Nobody linked the number in time. Try again.',
  unreachable: 'WhatsApp does not answer. Look at the network and try again.',
  stopped: 'Stopped.',
  'logged-out': 'WhatsApp refused the link. Try again with --again.',
  banned: 'WhatsApp has blocked this number. It cannot be linked.',
  outdated: 'WhatsApp wants a newer client than this version of Pendopo has.',
  'pair-again': 'WhatsApp refused the link. Try again with --again.',
  replaced:
    'Another process uses the linked device. Stop the service first; one that ended without a word is believed for half a minute.',
};

const outcomes = (came: Paired): Outcome =>
  came === 'linked' ? done(words[came], { linked: true }) : refused(words[came]);

/** A number as the code wants it, digits with the country before them: what an Indonesian writes with 0 begins with 62. */
export const pairingPhone = (typed: string): string | undefined => {
  const digits = typed.replace(/[\s().+-]/g, '').replace(/^0/, '62');
  return /^[1-9]\d{7,14}$/.test(digits) ? digits : undefined;
};

const spacedCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

const tell = (lines: string): void => {
  process.stderr.write(`${lines}\n`);
};

const show = (what: { qr: string } | { code: string }): void => {
  if ('qr' in what)
    tell(
      `\n${renderUnicodeCompact(what.qr)}\nOn the phone: WhatsApp, Linked devices, Link a device, and scan.`,
    );
  else
    tell(
      `\nThe code: ${spacedCode(what.code)}\nOn the phone: WhatsApp, Linked devices, Link with phone number.`,
    );
};

const faultWords = (error: unknown): string | undefined => {
  if (error instanceof LinkedDeviceRefused || error instanceof LinkedDeviceUnreadable) return error.message;
  return error instanceof LinkedDeviceTaken ? words.replaced : undefined;
};

/** Another that takes the device meanwhile ends the pairing: the two would write each other's keys. */
const pairUnder = async (
  { fence, lost }: Hold,
  { database, seal }: Pick<Opened, 'database' | 'seal'>,
  pairing: Omit<Pairing, 'store'>,
): Promise<Paired> => {
  const store = createLinkedDeviceStore(database, seal, account, fence);
  const paired = await pairDevice({ ...pairing, store, stopped: AbortSignal.any([pairing.stopped, lost]) });
  return lost.aborted && paired === 'stopped' ? 'replaced' : paired;
};

/** Links a phone's WhatsApp to this installation. The QR goes to standard error, so that the outcome alone stands on standard output. */
export const pairWith = async (
  baileys: () => Promise<Library>,
  { phone, again }: { phone?: string | undefined; again: boolean },
): Promise<Outcome> => {
  const number = phone === undefined ? undefined : pairingPhone(phone);
  if (phone !== undefined && number === undefined)
    return wrongUsage('--phone is a number with its country, such as 6281234567890.');
  try {
    const client = await baileys();
    const env = settings();
    const url = process.env.WHATSAPP_LINKED_DEVICE_URL;
    return await withDatabase(env, async (opened, stopped) => {
      const hold = await holdDevice(leaseOf(opened.database, account));
      if (!hold) return refused(words.replaced);
      try {
        tell(warning);
        const paired = await pairUnder(hold, opened, {
          baileys: client,
          url,
          phone: number,
          again,
          show,
          stopped,
        });
        if (paired === 'linked')
          await createHealthBook(opened.database, account, env.AGENCY_TIMEZONE).tell('waiting', 'linked');
        return outcomes(paired);
      } finally {
        await hold.release();
      }
    });
  } catch (error) {
    const told = faultWords(error);
    if (told === undefined) throw error;
    return refused(told);
  }
};

export const whatsappPairCommand = operatorCommand(
  { name: 'pair', description: 'Link a number as a device (unofficial, may be blocked), by QR or code' },
  {
    phone: { type: 'string', description: 'The number, to get a code to type instead of a QR' },
    again: { type: 'boolean', description: 'Forget an earlier link first' },
  },
  ({ phone, again }) => pairWith(loadLibrary, { phone, again: again === true }),
);

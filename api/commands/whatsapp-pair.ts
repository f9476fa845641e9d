import { renderUnicodeCompact } from 'uqr';
import { account } from '../../bot/channels/whatsapp-linked/index.ts';
import { createLinkedDeviceStore } from '../../db/linked-device.ts';
import { LinkedDeviceTaken, LinkedDeviceUnreadable } from '../../db/linked-device-faults.ts';
import { type Library, LinkedDeviceRefused, loadLibrary } from '../linked-device/library.ts';
import { type Paired, pairDevice } from '../linked-device/pair.ts';
import { operatorCommand } from './operator-command.ts';
import { done, type Outcome, refused, wrongUsage } from './outcome.ts';
import { settings, withDatabase } from './with-database.ts';

const warning = [
  'A linked device is unofficial: WhatsApp does not offer it to services and may block this number at any time.',
  'Use a number that nothing else depends on. The official way is the Cloud API (see README).',
].join('\n');

const words: { readonly [came in Paired]: string } = {
  linked:
    'The number is linked. Set WHATSAPP_LINKED_DEVICE=1 and start the service; one service at a time may use it.',
  'already-linked': 'A number is linked already. To link another, or this one anew, add --again.',
  timeout: 'Nobody linked the number in time. Try again.',
  unreachable: 'WhatsApp does not answer. Look at the network and try again.',
  stopped: 'Stopped.',
  'logged-out': 'WhatsApp refused the link. Try again with --again.',
  banned: 'WhatsApp has blocked this number. It cannot be linked.',
  outdated: 'WhatsApp wants a newer client than this version of Pendopo has.',
  'pair-again': 'WhatsApp refused the link. Try again with --again.',
  replaced: 'Another process uses the linked device. Stop the service first.',
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
    return await withDatabase(env, async ({ database, seal }, stopped) => {
      tell(warning);
      const store = createLinkedDeviceStore(database, seal, account);
      return outcomes(await pairDevice({ baileys: client, store, url, phone: number, again, show, stopped }));
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

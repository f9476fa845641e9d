import { randomInt } from 'node:crypto';
import { machineClock } from '../../../bot/channels/emulator/clock.ts';
import { type CallRecord, createGraphEmulator } from '../../../bot/channels/whatsapp-cloud/emulator/index.ts';
import { signedBy } from '../../../bot/channels/whatsapp-cloud/signature.ts';
import { templateLanguages, templates } from '../../../bot/channels/whatsapp-cloud/templates.ts';
import { translate } from '../../../bot/i18n/translate.ts';
import { whatsappRoute } from '../../routes/whatsapp.ts';
import { addWhatsAppNumber } from '../../whatsapp-cloud-number.ts';
import { whatsappHandset } from '../phone/whatsapp-handset.ts';
import { randomToken } from '../random-token.ts';
import { graphDoor } from './graph-door.ts';
import { promptHall } from './prompt-hall.ts';
import type { Skin, SkinParts } from './skin.ts';

const fileBytes = 64 * 1024 * 1024;

/** News of messages follows each other this fast (seconds), so that nobody waits for them. */
const newsEvery = 0.05;

/** So many messages are known by who wrote them, for the marks of reading. */
const writersMost = 2_000;

const keyOf = (person: string): string => `whatsapp:${person}`;

/** A call by what it sends: `messages · interactive`. */
const nameOf = ({ call, params }: CallRecord): string =>
  call === 'messages' && typeof params.type === 'string' ? `messages · ${params.type}` : call;

/**
 * WhatsApp by the official API: a strict Graph API of our own with one number, whose webhooks are signed as Meta's are. It
 * does not count messages to one person: visitors move the clock back, and a count would begin in what is then the future.
 */
export const whatsappSkin = ({ hall, account, home, media, after, called }: SkinParts): Skin => {
  const [token, secret, verifyToken] = [randomToken(), randomToken(), randomToken()];
  const writers = new Map<string, string>();
  const wrote = (person: string) => (message: string) => {
    writers.set(message, person);
    const [oldest] = writers.keys();
    if (writers.size > writersMost && oldest !== undefined) writers.delete(oldest);
  };
  const personOf = ({ to, params }: CallRecord): string | undefined =>
    to ?? writers.get(String(params.message_id));
  const emulator = createGraphEmulator({
    numbers: [
      { phoneNumberId: account, displayNumber: '620000070001', token, appSecret: secret, verifyToken },
    ],
    clock: { now: () => hall.clock.now().getTime(), after: machineClock.after },
    seed: randomInt(2 ** 31),
    windowAt: 'call',
    statuses: { everyS: newsEvery },
    fileBytes,
    onCall: (call) => {
      const person = personOf(call);
      const { ok, params, result } = call;
      const json = JSON.stringify(ok ? params : { ...params, refused: result }, null, 2);
      called({ to: person === undefined ? undefined : keyOf(person), method: nameOf(call), ok, json });
    },
  });
  for (const { name, text, params, button } of templates)
    for (const language of templateLanguages)
      emulator.approve({
        name,
        language,
        category: 'utility',
        body: translate(language, {
          key: text,
          with: Object.fromEntries(params.map((param) => [param, `{{${param}}}`])),
        }),
        buttons: [{ type: 'quick_reply', text: translate(language, { key: button }) }],
      });
  const { desk } = addWhatsAppNumber(
    promptHall(hall),
    { token, phoneNumberId: account, apiRoot: `${home}/graph` },
    { media },
  );
  const person = (number: number) => `ID.${number}`;
  return {
    pickUp: ({ number, name }) => {
      const id = person(number);
      const phone = emulator.phone({ name, userId: id });
      return whatsappHandset({ phone, account, id, file: emulator.file, wrote: wrote(id) });
    },
    putAway: ({ address }) => emulator.reset({ name: '', userId: address.id }),
    idle: () => emulator.idle(),
    file: (id) => emulator.file(id)?.bytes,
    ready: () => emulator.subscribe(`${home}/webhook-whatsapp`),
    close: () => emulator.close(),
    doors: [
      { path: '/graph', app: graphDoor(emulator, `${home}/graph`) },
      {
        path: '/webhook-whatsapp',
        app: whatsappRoute({ isSigned: signedBy([secret]), verifyToken, desk, after }),
      },
    ],
  };
};

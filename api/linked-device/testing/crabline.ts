import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWhatsAppServer } from '@openclaw/crabline';
import { WA_CERT_DETAILS } from '@whiskeysockets/baileys';
import { linkAs } from './on-whatsapp.ts';
import { group, type TalkingServer } from './talking-server.ts';

/** The root that the client is shipped with: crabline's certificate is one of it. Our own server puts another in its place. */
const shippedRoot = WA_CERT_DETAILS.PUBLIC_KEY;

const office = { number: '6281200000099@s.whatsapp.net', lid: '6281200000099@lid', name: 'Kantor' };

type Seen = { path: string; method: string; body?: unknown };

/** What crabline writes down of a message that it has opened. */
type Opened = { key: { remoteJid: string; fromMe: boolean }; message: { conversation: string } };

const isOpened = (body: unknown): body is Opened =>
  typeof body === 'object' && body !== null && 'key' in body && 'message' in body;

const isTick = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'tag' in body && body.tag === 'receipt';

/** Its phones read what is said to a number and to the hidden id of the same digits. */
const digitsOf = (jid: string): string => jid.split('@')[0] ?? '';

/**
 * A WhatsApp written by others (`@openclaw/crabline`): its own handshake, stanzas and phones. Whoever connects is taken for
 * the office, without a link; a device's keys are not asked for, so people write to it unsealed.
 */
export const crabline = async (): Promise<TalkingServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'pendopo-crabline-'));
  const seen: Seen[] = [];
  const { manifest, close } = await startWhatsAppServer({
    selfJid: office.number,
    recorderPath: join(folder, 'seen.jsonl'),
    onEvent: (event) => void seen.push(event),
  });
  WA_CERT_DETAILS.PUBLIC_KEY = shippedRoot;

  const post = async (message: { [field: string]: unknown }): Promise<void> => {
    const response = await fetch(manifest.endpoints.adminInboundUrl, {
      method: 'POST',
      headers: { 'x-crabline-admin-token': manifest.adminToken, 'content-type': 'application/json' },
      body: JSON.stringify(message),
    });
    if (!response.ok) throw new Error(`crabline took nothing: ${response.status} ${await response.text()}`);
  };

  return {
    name: 'crabline',
    url: manifest.endpoints.baileysWebSocketUrl,
    link: (copy) => linkAs(office, copy, () => 1),
    isLive: () => seen.some(({ method }) => method === 'WEBSOCKET'),
    talker: (id, by) => {
      const digits = `62812${String(id).padStart(8, '0')}`;
      const jid = `${digits}@${by === 'number' ? 's.whatsapp.net' : 'lid'}`;
      const direct = { chatJid: jid, senderJid: jid, pushName: 'Sri' };
      const voice = {
        contentBase64: Buffer.from('suara').toString('base64'),
        mimeType: 'audio/ogg',
        ptt: true,
      };
      return {
        type: (text) => post({ ...direct, text }),
        typeInGroup: (text) => post({ ...direct, chatJid: group, text }),
        speak: () => post({ ...direct, audio: voice }),
        heard: () =>
          seen
            .flatMap(({ body }) => (isOpened(body) && body.key.fromMe ? [body] : []))
            .filter(({ key }) => digitsOf(key.remoteJid) === digits)
            .map(({ message }) => message.conversation),
      };
    },
    ticked: () => seen.filter(({ body }) => isTick(body)).length,
    close: async () => {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

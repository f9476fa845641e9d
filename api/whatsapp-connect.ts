import type { WhatsAppNumber } from '../bot/channels/whatsapp-cloud/index.ts';
import { signedBy } from '../bot/channels/whatsapp-cloud/signature.ts';
import type { Env } from './env.ts';
import type { OpenHall } from './hall.ts';
import type { WhatsAppRoute } from './routes/whatsapp.ts';
import { addWhatsAppNumber } from './whatsapp-cloud-number.ts';

/** The number of the official API that the settings name, if they do. */
export const whatsappNumberOf = ({
  WHATSAPP_TOKEN: token,
  WHATSAPP_PHONE_NUMBER_ID: phoneNumberId,
  WHATSAPP_API_ROOT: apiRoot,
}: Env): WhatsAppNumber | undefined =>
  token && phoneNumberId ? { token, phoneNumberId, apiRoot } : undefined;

/** Who may come in by its webhook: only what the app's secret signed, and Meta with our token. */
export const doorOf = ({
  WHATSAPP_APP_SECRET: secret,
  WHATSAPP_VERIFY_TOKEN: verifyToken,
}: Env): Pick<WhatsAppRoute, 'isSigned' | 'verifyToken'> | undefined =>
  secret && verifyToken ? { isSigned: signedBy(secret.split(',')), verifyToken } : undefined;

/** Puts the number that the settings name into the hall, and gives its door. */
export const connectWhatsApp = (
  env: Env,
  hall: OpenHall,
  { media, after }: { media: () => Promise<unknown>; after: WhatsAppRoute['after'] },
): WhatsAppRoute | undefined => {
  const number = whatsappNumberOf(env);
  const door = doorOf(env);
  if (!number || !door) return undefined;
  const { desk } = addWhatsAppNumber(hall, number, { media });
  return { ...door, desk, after };
};

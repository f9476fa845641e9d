import { z } from 'zod';
import { isPlace, type Region } from '../../bot/domain/place.ts';
import { pictureType } from './picture-type.ts';
import { isSampleName, type SampleName } from './samples/index.ts';

/** What a person can do with the phone. */
export type Act =
  | { do: 'type'; text: string }
  | { do: 'press'; button: string; on: string }
  | { do: 'key'; label: string }
  | { do: 'sample'; sample: SampleName }
  | { do: 'photo'; bytes: Uint8Array; caption: string | undefined }
  | { do: 'pin'; lat: number; lon: number }
  | Change;

/** What changes the phone itself. */
export type Change = { do: 'block' | 'unblock' | 'reset' };

const filled = z.string().trim().min(1);
/** Numbers in Telegram, Base64 with a word before it in WhatsApp. */
const messageId = z.coerce.string().regex(/^[\w.+/=-]{1,128}$/);
const degrees = (most: number) =>
  z
    .union([z.number(), filled])
    .transform(Number)
    .refine((value) => Math.abs(value) <= most);

const posted = z.union([
  z.object({ do: z.literal('type'), text: filled.max(4096) }),
  z.object({ do: z.literal('press'), button: filled.max(256), on: messageId }),
  z.object({ do: z.literal('key'), label: filled.max(200) }),
  z.object({
    do: z.literal('sample'),
    sample: z.custom<SampleName>((name) => typeof name === 'string' && isSampleName(name)),
  }),
  z.object({ do: z.literal('photo'), file: z.instanceof(File), caption: z.string().max(1024).optional() }),
  z.object({ do: z.literal('pin'), lat: degrees(90), lon: degrees(180) }),
  z.object({ do: z.literal('pin'), place: filled }),
  z.object({ do: z.enum(['block', 'unblock', 'reset']) }),
]);

/** Reads an act from the fields of a form or from JSON; undefined for what no phone can do. A place by its code is its centre. */
export const readAct = async (
  fields: Record<string, unknown>,
  regions: readonly Region[],
): Promise<Act | undefined> => {
  const read = posted.safeParse(fields);
  if (!read.success) return undefined;
  const act = read.data;
  if (act.do === 'photo') {
    const bytes = new Uint8Array(await act.file.arrayBuffer());
    return pictureType(bytes) ? { do: 'photo', bytes, caption: act.caption?.trim() || undefined } : undefined;
  }
  if ('place' in act) {
    const centre = regions.find((region) => region.code === act.place && isPlace(region))?.centre;
    return centre ? { do: 'pin', ...centre } : undefined;
  }
  return act;
};

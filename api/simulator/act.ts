import { z } from 'zod';
import type { Phone } from '../../bot/channels/telegram/emulator/index.ts';
import type { Region } from '../../bot/domain/place.ts';
import type { Room } from './app.ts';
import { pictureType } from './picture-type.ts';
import { isSampleName, type SampleName } from './samples/index.ts';
import type { Chat } from './visitor/chat.ts';

/** What a person can do with the phone. */
export type Act =
  | { do: 'type'; text: string }
  | { do: 'press'; button: string; on: number }
  | { do: 'key'; label: string }
  | { do: 'sample'; sample: SampleName }
  | { do: 'photo'; bytes: Uint8Array; caption?: string }
  | { do: 'pin'; lat: number; lon: number }
  | { do: 'block' | 'unblock' | 'reset' };

const degrees = (most: number) => z.coerce.number().min(-most).max(most);
const filled = z.string().trim().min(1);

const posted = z.discriminatedUnion('do', [
  z.object({ do: z.literal('type'), text: filled.max(4096) }),
  z.object({ do: z.literal('press'), button: filled.max(64), on: z.coerce.number().int() }),
  z.object({ do: z.literal('key'), label: filled.max(200) }),
  z.object({ do: z.literal('sample'), sample: z.string().refine(isSampleName) }),
  z.object({ do: z.literal('photo'), file: z.instanceof(File), caption: z.string().max(1024).optional() }),
  z.object({ do: z.literal('pin'), lat: filled.pipe(degrees(90)), lon: filled.pipe(degrees(180)) }),
  z.object({ do: z.literal('pin'), place: z.string() }).transform(({ place }) => ({ do: 'place' as const, place })),
  z.object({ do: z.enum(['block', 'unblock', 'reset']) }),
]);

/** Reads an act from a form or from JSON; undefined for anything else. A place by its code is its centre. */
export const readAct = async (
  fields: Record<string, unknown>,
  regions: readonly Region[],
): Promise<Act | undefined> => {
  const read = posted.safeParse(fields);
  return read.success ? actOf(read.data, regions) : undefined;
};

import { isRecord } from './check.ts';
import { fileKinds, uploadedLifeS } from './limits.ts';
import type { MediaFile } from './media.ts';
import { Refusal } from './refusal.ts';
import { scaledMs, type World } from './world.ts';

export type UploadForm = { product: string; type: string; name: string; bytes: Uint8Array; sentAs: string };

const fields = ['messaging_product', 'type', 'file'];

/** The form of a media upload. https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media */
export async function readUpload(type: string, body: Uint8Array): Promise<UploadForm> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined);
  if (!form) throw new Refusal(100, 'The body must be multipart/form-data.');
  for (const name of form.keys())
    if (!fields.includes(name)) throw new Refusal(100, `Unexpected key "${name}" on param "upload".`);
  const file = form.get('file');
  if (!(file instanceof File)) throw new Refusal(100, 'The parameter file is required.');
  return {
    product: String(form.get('messaging_product') ?? ''),
    type: String(form.get('type') ?? ''),
    name: file.name,
    sentAs: file.type,
    bytes: new Uint8Array(await file.arrayBuffer()),
  };
}

/** Keeps an uploaded file for thirty days, if it is of a kind and size that may be sent. */
export function keepUpload(world: World, { product, type, name, sentAs, bytes }: UploadForm): MediaFile {
  if (product !== 'whatsapp') throw new Refusal(100, 'The parameter messaging_product is required.');
  if (type === '') throw new Refusal(100, 'The parameter type is required.');
  const plain = type.split(';')[0]?.trim() ?? '';
  const kind = fileKinds.find(({ types }) => types.includes(plain));
  if (!kind || sentAs.split(';')[0] !== plain)
    throw new Refusal(
      100,
      `Param file must be a file with one of the following types: ${fileKinds.flatMap(({ types }) => types).join(', ')}. Received file of type '${sentAs}'.`,
    );
  if (bytes.length === 0) throw new Refusal(100, 'Param file must not be empty.');
  if (bytes.length > kind.bytes)
    throw new Refusal(
      131053,
      `File size ${bytes.length} is over the limit of ${kind.bytes} bytes for ${type}.`,
    );
  const lifeMs = scaledMs(world, uploadedLifeS);
  return world.media.put({ bytes, type, name, lifeMs }, world.clock.now());
}

export const jsonBody = (body: Uint8Array): Record<string, unknown> => {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(body));
  } catch {
    throw new Refusal(100, 'The body is not JSON.');
  }
  if (!isRecord(value)) throw new Refusal(100, 'The body must be a JSON object.');
  return value;
};

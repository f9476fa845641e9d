import { imageSize } from '../../emulator/image-size.ts';
import type { FileKind, StoredFile } from './files.ts';
import { badRequest, type Params, Refusal, type Upload } from './outcome.ts';
import { isUpload } from './params.ts';
import type { PhotoSize, WireDocument } from './wire.ts';
import type { World } from './world.ts';

const photoMaxBytes = 10 * 1024 * 1024;
const uploadMaxBytes = 50 * 1024 * 1024;

/**
 * The file a call speaks of: uploaded in it, uploaded under another name (`attach://`), or known by its id.
 * Links are refused, because nothing leaves this process.
 */
export function inputFile(
  world: World,
  params: Params,
  value: unknown,
  kind: Exclude<FileKind, 'Sticker'>,
): StoredFile {
  if (isUpload(value)) return store(world, value, kind);
  if (typeof value !== 'string' || value === '')
    throw badRequest(`there is no ${kind.toLowerCase()} in the request`);
  if (value.startsWith('attach://')) {
    const attached = params[value.slice(9)];
    if (!isUpload(attached)) throw badRequest(`there is no ${kind.toLowerCase()} in the request`);
    return store(world, attached, kind);
  }
  if (/^https?:\/\//.test(value)) throw badRequest('failed to get HTTP URL content');
  const known = world.files.byId(value);
  if (!known) throw badRequest('wrong remote file identifier specified: Wrong character in the string');
  if (known.kind !== kind) throw badRequest(`can't use file of type ${known.kind} as ${kind}`);
  return known;
}

function store(world: World, { bytes, name, type }: Upload, kind: FileKind): StoredFile {
  if (bytes.length === 0) throw badRequest('file must be non-empty');
  if (bytes.length > uploadMaxBytes) throw new Refusal(413, 'Request Entity Too Large');
  if (kind !== 'Photo') return world.files.put({ kind: takenAs(kind, bytes), bytes, name, type });
  if (bytes.length > photoMaxBytes)
    throw badRequest(
      `file of size ${bytes.length} bytes is too big for a photo; the maximum size is ${photoMaxBytes} bytes`,
    );
  return storePhoto(world, bytes);
}

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** A voice note is Ogg and a video MPEG-4; anything else arrives as a file. https://core.telegram.org/bots/api#sendvoice */
function takenAs(kind: FileKind, bytes: Uint8Array): FileKind {
  switch (kind) {
    case 'Voice':
      return ascii(bytes, 0, 4) === 'OggS' ? kind : 'Document';
    case 'Video':
      return ascii(bytes, 4, 8) === 'ftyp' && ascii(bytes, 8, 10) !== 'qt' ? kind : 'Document';
    case 'Photo':
    case 'Document':
    case 'Sticker':
      return kind;
    default:
      return kind satisfies never;
  }
}

export function storePhoto(world: World, bytes: Uint8Array): StoredFile {
  const size = imageSize(bytes);
  if (!size) throw badRequest('IMAGE_PROCESS_FAILED');
  const { width, height } = size;
  const lopsided = Math.max(width, height) > 20 * Math.min(width, height);
  if (width + height > 10_000 || lopsided) throw badRequest('PHOTO_INVALID_DIMENSIONS');
  return world.files.put({ kind: 'Photo', bytes, name: 'photo.jpg', width, height });
}

const previews = [90, 320, 800, 1280];

/** The sizes Telegram offers of a photo, smallest first. Every size here holds the same bytes. */
export function photoSizes(world: World, { bytes, wire, width, height }: StoredFile): PhotoSize[] {
  const longest = Math.max(width, height);
  const smaller = previews
    .filter((side) => side < longest)
    .slice(0, 3)
    .map((side) => {
      const fit = {
        width: Math.round((width * side) / longest),
        height: Math.round((height * side) / longest),
      };
      return { ...world.files.put({ kind: 'Photo', bytes, name: 'photo.jpg', ...fit }).wire, ...fit };
    });
  return [...smaller, { ...wire, width, height }];
}

export const documentOf = ({ wire, name }: StoredFile): WireDocument => ({ ...wire, file_name: name });

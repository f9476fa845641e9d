import { createHash } from 'node:crypto';
import type { WireFile } from './wire.ts';

export type FileKind = 'Photo' | 'Document' | 'Voice' | 'Video' | 'Sticker';
export type StoredFile = {
  kind: FileKind;
  wire: WireFile;
  bytes: Uint8Array;
  name: string;
  path: string | undefined;
  pathUntil: number;
  width: number;
  height: number;
};

type NewFile = {
  kind: FileKind;
  bytes: Uint8Array;
  name: string;
  type?: string;
  /** What Telegram says the size is, where a test needs a large file without its bytes. */
  size?: number;
  width?: number;
  height?: number;
};

export type Files = {
  put(file: NewFile): StoredFile;
  byId(id: string): StoredFile | undefined;
  /** A link path for an hour, as Telegram promises at least. */
  link(file: StoredFile, now: number): string;
  byPath(path: string, now: number): StoredFile | undefined;
};

const linkLifeMs = 3_600_000;
const folders: Record<FileKind, string> = {
  Photo: 'photos',
  Document: 'documents',
  Voice: 'voice',
  Video: 'videos',
  Sticker: 'stickers',
};

/** Everything uploaded, by file id; the oldest goes when `maxBytes` are held. Equal bytes have equal unique ids. */
export function createFiles(maxBytes: number): Files {
  const files = new Map<string, StoredFile>();
  const paths = new Map<string, StoredFile>();
  let held = 0;
  let linked = 0;

  function forgetOldest(): void {
    for (const [id, file] of files) {
      if (held <= maxBytes || files.size === 1) return;
      files.delete(id);
      if (file.path) paths.delete(file.path);
      held -= file.bytes.length;
    }
  }

  return {
    put({ kind, bytes, name, type, size, width = 0, height = 0 }) {
      const digest = createHash('sha256')
        .update(kind)
        .update(`${width}x${height}`)
        .update(bytes)
        .digest('base64url');
      const id = `${kind === 'Photo' ? 'AgACAgUAAx' : 'BQACAgUAAx'}${digest}`;
      const before = files.get(id);
      if (before && before.name === name) return before;
      const wire = {
        file_id: id,
        file_unique_id: `AQAD${digest.slice(0, 12)}`,
        file_size: size ?? bytes.length,
      };
      const stored: StoredFile = {
        kind,
        wire: type && kind !== 'Photo' ? { ...wire, mime_type: type } : wire,
        bytes,
        name,
        path: undefined,
        pathUntil: 0,
        width,
        height,
      };
      files.set(id, stored);
      if (!before) held += bytes.length;
      forgetOldest();
      return stored;
    },
    byId: (id) => files.get(id),
    link(file, now) {
      file.path ??= `${folders[file.kind]}/file_${linked++}${extension(file.name)}`;
      file.pathUntil = now + linkLifeMs;
      paths.set(file.path, file);
      return file.path;
    },
    byPath(path, now) {
      const file = paths.get(path);
      return file && file.pathUntil >= now ? file : undefined;
    },
  };
}

const extension = (name: string): string => /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0].toLowerCase() ?? '';

import { isAbsolute, resolve } from 'node:path';
import type { Content, Inbound } from '../../conversation/inbound.ts';

/** A line as it was typed, by whom, and the folder that its relative paths start from. */
export type TypedLine = { id: string; name: string; at: Date; line: string; folder: string };

const degrees = String.raw`(-?\d{1,3}(?:\.\d+)?)`;
const pin = new RegExp(String.raw`^@\s*${degrees}\s*,\s*${degrees}$`);
/** Behind a path in quotes may stand words about the photo. */
const quoted = /^foto\s+(["'])(.+?)\1(?:\s+(\S.*))?$/i;
const bare = /^foto\s+(\S.*)$/i;
/** "foto jalan rusak" is a sentence: a path without quotes begins like one, or ends like a picture. */
const looksLikePath = /^(?:\.{0,2}[\\/]|[a-z]:[\\/])|\.(?:jpe?g|png|webp|gif|heic|heif|avif|tiff?)$/i;

const locationIn = (text: string): Content | undefined => {
  const [, north, east] = pin.exec(text) ?? [];
  if (north === undefined || east === undefined) return undefined;
  const [lat, lon] = [Number(north), Number(east)];
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { kind: 'location', lat, lon } : undefined;
};

const photoIn = (text: string, folder: string): Content | undefined => {
  const unquoted = bare.exec(text)?.[1];
  const [, , named, caption] = quoted.exec(text) ?? [];
  const path = named ?? (unquoted && looksLikePath.test(unquoted) ? unquoted : undefined);
  if (!path) return undefined;
  const media = isAbsolute(path) ? path : resolve(folder, path);
  return { kind: 'photo', media, ...(caption && { caption }) };
};

/** PostgreSQL refuses NUL, and nobody means to type an escape or a tab. */
const controls = /\p{Cc}+/gu;

const isTypedLine = (payload: unknown): payload is TypedLine =>
  typeof payload === 'object' && payload !== null && 'line' in payload && typeof payload.line === 'string';

/**
 * What a typed line says: `@LAT,LON` a place, `foto PATH` a photo (its media id is the absolute path), `foto 'PATH' WORDS` one with words, else words. A
 * number or label stays a word, for the house knows what was offered. An empty line is nothing.
 */
export const parse =
  (account: string) =>
  (payload: unknown): Inbound[] => {
    if (!isTypedLine(payload)) return [];
    const { id, name, at, folder } = payload;
    const text = payload.line.replace(controls, ' ').trim();
    if (!text) return [];
    const content = locationIn(text) ?? photoIn(text, folder) ?? { kind: 'text', text };
    return [{ id, from: { channel: 'terminal', account, id: name }, at, content }];
  };

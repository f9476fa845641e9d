import { badRequest, type Params, type Upload } from './outcome.ts';

export function textOf(params: Params, name: string): string {
  const value = params[name];
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : typeof value === 'object' ? '' : String(value);
}

export function flagOf(params: Params, name: string): boolean {
  const value = params[name];
  if (typeof value !== 'string') return value === true || value === 1;
  const word = value.trim().toLowerCase();
  return word === 'true' || word === 'yes' || word === '1';
}

export function numberOf(params: Params, name: string): number | undefined {
  const value = params[name];
  if (value === undefined || value === null || value === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** A nested value: an object as it came in a JSON call, or the JSON text a form call carries in its place. */
export function nestedOf(params: Params, name: string, failure: string): unknown {
  const value = params[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    throw badRequest(failure);
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isUpload = (value: unknown): value is Upload =>
  isRecord(value) && value.bytes instanceof Uint8Array;

/** A boolean inside a nested object, where Telegram is stricter than in the parameters themselves. */
export function strictFlag(object: Record<string, unknown>, name: string): boolean {
  const value = object[name];
  if (value === undefined || value === null) return false;
  if (typeof value !== 'boolean') throw badRequest(`field "${name}" must be of type Boolean`);
  return value;
}

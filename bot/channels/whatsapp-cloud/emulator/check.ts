import { limits } from './limits.ts';
import { type ErrorCode, Refusal } from './refusal.ts';

/** Reads one value of a call or refuses it; `at` is its place, as `text['body']`. */
export type Read<T> = (value: unknown, at: string) => T;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const demand = (good: boolean, code: ErrorCode, details: string): void => {
  if (!good) throw new Refusal(code, details);
};

const given = (value: unknown, at: string): void =>
  demand(value !== undefined && value !== null, 100, `The parameter ${at} is required.`);

/** Leaves the value out if it is missing; `null` is not missing. */
export const optional =
  <T>(read: Read<T>): Read<T | undefined> =>
  (value, at) =>
    value === undefined ? undefined : read(value, at);

export const flag: Read<boolean> = (value, at) => {
  given(value, at);
  if (typeof value !== 'boolean') throw new Refusal(100, `Param ${at} must be a boolean`);
  return value;
};

export const number =
  (least: number, most: number): Read<number> =>
  (value, at) => {
    given(value, at);
    if (typeof value !== 'number' || !(value >= least && value <= most))
      throw new Refusal(100, `Param ${at} must be a number from ${least} to ${most}`);
    return value;
  };

/** A text that is not blank. Lengths are counted in UTF-16 units, the strictest way to read Meta's "characters". */
export const text =
  (max: number, code: ErrorCode = 100): Read<string> =>
  (value, at) => {
    given(value, at);
    if (typeof value !== 'string') throw new Refusal(100, `Param ${at} must be a string.`);
    demand(value.trim() !== '', code, `Param ${at} must not be empty. Min length: 1, Max length: ${max}`);
    demand(value.length <= max, code, `Param ${at} must be at most ${max} characters long.`);
    demand(!value.includes('\0'), code, `Param ${at} must not hold control characters.`);
    return value;
  };

const markup = /(?<![\p{L}\p{N}])([*_~])(?!\s)[^*_~\n]+(?<!\s)\1(?![\p{L}\p{N}])|`/u;

/** Words that WhatsApp shows as they are: `*bold*` here would be read as stars. */
export const label =
  (max: number): Read<string> =>
  (value, at) => {
    const words = text(max, 131009)(value, at);
    demand(!markup.test(words), 131009, `Param ${at} must not hold markdown.`);
    return words;
  };

/** An id of ours that comes back when it is tapped. */
export const ownId =
  (max: number): Read<string> =>
  (value, at) => {
    const id = text(max, 131009)(value, at);
    demand(id === id.trim(), 131009, `Param ${at} must not begin or end with a space.`);
    return id;
  };

export const matching =
  (pattern: RegExp, what: string): Read<string> =>
  (value, at) => {
    given(value, at);
    if (typeof value !== 'string' || !pattern.test(value))
      throw new Refusal(100, `Param ${at} is not a valid ${what}`);
    return value;
  };

export const webAddress: Read<string> = (value, at) =>
  text(limits.url)(matching(/^https?:\/\/\S+$/, 'URI')(value, at), at);

export const literal =
  <const T extends string>(...allowed: readonly T[]): Read<T> =>
  (value, at) => {
    given(value, at);
    const found = allowed.find((one) => one === value);
    if (found === undefined) throw new Refusal(100, `Param ${at} must be one of {${allowed.join(', ')}}`);
    return found;
  };

export const listOf =
  <T>(read: Read<T>, most: number, code: ErrorCode = 131009): Read<T[]> =>
  (value, at) => {
    given(value, at);
    if (!Array.isArray(value)) throw new Refusal(100, `Param ${at} must be an array.`);
    demand(value.length > 0 && value.length <= most, code, `Param ${at}: from 1 to ${most} items allowed`);
    return value.map((one, index) => read(one, `${at}[${index}]`));
  };

/** An object with these fields and no others. */
export const object =
  <F extends Record<string, Read<unknown>>>(fields: F): Read<{ [K in keyof F]: ReturnType<F[K]> }> =>
  (value, at) => {
    given(value, at);
    if (!isRecord(value)) throw new Refusal(100, `Param ${at} must be a JSON object.`);
    const stray = Object.keys(value).find((key) => !Object.hasOwn(fields, key));
    demand(stray === undefined, 100, `Unexpected key "${stray}" on param "${at || 'message'}".`);
    const read = Object.entries(fields).map(([key, one]) => [
      key,
      one(value[key], at ? `${at}['${key}']` : key),
    ]);
    return Object.fromEntries(read) as { [K in keyof F]: ReturnType<F[K]> };
  };

/** Refuses the second of two equal values. */
export function allDifferent(values: readonly string[], what: string): void {
  demand(new Set(values).size === values.length, 131009, `${what} must be unique`);
}

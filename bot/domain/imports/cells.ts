import { isLocalDate } from '../local-date.ts';
import { readPhone } from '../phone.ts';
import type { Cell } from './column.ts';
import { because } from './fault.ts';

/** How cells are read, whatever they came from: always a text without spaces around it, never an empty one. */

export const words =
  (max: number) =>
  (text: string): Cell<string> =>
    text.length > max ? { reason: because('long', { max }) } : { value: text };

/** What a thing is known by in other files and in links. */
export const code = (text: string): Cell<string> =>
  /^[A-Za-z0-9][\w.-]{0,39}$/.test(text) ? { value: text } : { reason: because('code') };

export const oneOf =
  <const T extends string>(choices: readonly T[]) =>
  (text: string): Cell<T> => {
    const found = choices.find((choice) => choice === text.toLowerCase());
    return found ? { value: found } : { reason: because('choice', { text: choices.join(', ') }) };
  };

/** Any of the choices, separated by `|`, `,`, `;` or a space; in the order of the choices, so that the order typed is no change. */
export const anyOf =
  <const T extends string>(choices: readonly T[]) =>
  (text: string): Cell<readonly T[]> => {
    const typed = new Set(
      text
        .toLowerCase()
        .split(/[\s|,;]+/)
        .filter(Boolean),
    );
    const found = choices.filter((choice) => typed.has(choice));
    return found.length === typed.size
      ? { value: found }
      : { reason: because('choice', { text: choices.join(', ') }) };
  };

/** Words that are searched for, separated by `|`, `,` or `;`. */
export const wordList = (text: string): Cell<readonly string[]> => ({
  value: [
    ...new Set(
      text
        .split(/[|,;]/)
        .map((word) => word.trim().toLowerCase())
        .filter(Boolean),
    ),
  ],
});

/** An office's number as it is printed: a landline, a short number, with what stands between the digits. */
export const officePhone = (text: string): Cell<string> =>
  /^[+(\d][\d\s().+/-]{2,39}$/.test(text) ? { value: text } : { reason: because('phone') };

/** An Indonesian mobile number in E.164; a spreadsheet takes its first zero away. */
export const mobile = (text: string): Cell<string> => {
  const number = readPhone(text.replace(/^'/, ''));
  return number && /^\+628[1-9]\d{7,10}$/.test(number) ? { value: number } : { reason: because('mobile') };
};

const answers = new Map([
  ...['true', '1', 'ya', 'y', 'yes'].map((word) => [word, true] as const),
  ...['false', '0', 'tidak', 'n', 'no'].map((word) => [word, false] as const),
]);

export const yesOrNo = (text: string): Cell<boolean> => {
  const value = answers.get(text.toLowerCase());
  return value === undefined ? { reason: because('yes-no') } : { value };
};

/** `2026-11-25` only: of 1/2/2026 nobody knows the day. */
export const day = (text: string): Cell<string> =>
  isLocalDate(text) ? { value: text } : { reason: because('date') };

/** `07.30` as it is printed on doors, also with a colon. */
export const timeOfDay = (text: string): Cell<string> => {
  const [, hour = '', minute = ''] = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(text) ?? [];
  return minute ? { value: `${hour.padStart(2, '0')}.${minute}` } : { reason: because('time') };
};

export const whole =
  (from: number, to: number) =>
  (text: string): Cell<number> =>
    /^\d{1,12}$/.test(text) && Number(text) >= from && Number(text) <= to
      ? { value: Number(text) }
      : { reason: because('whole', { from, to }) };

/** Decimals with a point, or the comma of an Indonesian spreadsheet. */
export const between =
  (from: number, to: number) =>
  (text: string): Cell<number> => {
    const value = /^-?\d{1,3}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
    return value >= from && value <= to ? { value } : { reason: because('between', { from, to }) };
  };

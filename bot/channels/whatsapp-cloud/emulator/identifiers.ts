/** `count` digits, the first not zero. */
export const digits = (dice: () => number, count: number): string =>
  String(1 + Math.floor(dice() * 9)) +
  Array.from({ length: count - 1 }, () => String(Math.floor(dice() * 10))).join('');

const bytes = (dice: () => number, count: number): Buffer =>
  Buffer.from(Array.from({ length: count }, () => Math.floor(dice() * 256)));

/** A message id in the outer form of real ones: Base64 with its `+`, `/` and `=`. */
export const newWamid = (dice: () => number): string => `wamid.${bytes(dice, 31).toString('base64')}`;

export const newTrace = (dice: () => number): string => `A${bytes(dice, 16).toString('base64url')}`;

/** A user id as Meta gives them to one business: country, point, digits. */
export const newUserId = (dice: () => number, country = 'ID'): string => `${country}.${digits(dice, 20)}`;

export const numberShape = /^\+?[1-9]\d{5,14}$/;
export const userIdShape = /^[A-Z]{2}(\.ENT)?\.[A-Za-z0-9]{1,128}$/;

import { parsePhoneNumberFromString } from 'libphonenumber-js/core/es6';
import { numberingPlans } from './numbering-plans.ts';

/** A number in E.164 (`+628123456789`), Indonesian unless it says otherwise; `undefined` when it cannot be one. */
export function readPhone(text: string): string | undefined {
  const number = parsePhoneNumberFromString(text, 'ID', numberingPlans);
  return number?.isPossible() ? number.number : undefined;
}

/** A number for people who may know that there is one, but not which: `+62 812-••••-789`. */
export function maskPhone(e164: string): string {
  const number = parsePhoneNumberFromString(e164, 'ID', numberingPlans);
  const national = number?.nationalNumber ?? '';
  if (!number || national.length < 8) return '••••';
  return `+${number.countryCallingCode} ${national.slice(0, 3)}-••••-${national.slice(-3)}`;
}

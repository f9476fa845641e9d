import type { Language } from '../../../bot/i18n/languages.ts';
import { translate } from '../../../bot/i18n/translate.ts';

/** The hall's time in the agency's zone, its days named by `locales/`: not every runtime knows our languages. */
export const localTime = (zone: string, locale: Language) => {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'id-ID', { timeZone: zone, ...options });
    return (at: Date) => made.format(at);
  };
  const dateIn = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
  const day = (at: Date) => translate(locale, { date: dateIn.format(at) });
  return {
    clock: format({ hour: '2-digit', minute: '2-digit' }),
    seconds: format({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    day,
    date: (at: Date) => `${day(at)} ${dateIn.format(at).slice(0, 4)}`,
  };
};

/** Whether somebody has moved the hall's clock. */
export const isAhead = (now: Date): boolean => Math.abs(now.getTime() - Date.now()) > 60_000;

export type LocalTime = ReturnType<typeof localTime>;

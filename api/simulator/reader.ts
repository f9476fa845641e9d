import type { Context } from 'hono';
import { detectFromHeader, detectFromQuery } from 'hono/language';
import type { Blanks } from '../../bot/conversation/reply.ts';
import type { TextKey } from '../../bot/i18n/keys.ts';
import { isLanguage, type Language, source } from '../../bot/i18n/languages.ts';
import { translate } from '../../bot/i18n/translate.ts';
import type { Room } from './app.ts';
import { type LocalTime, localTime } from './view/local-time.ts';

/** Who reads the page, which need not be who holds the phone: their language, and how words and times are put in it. */
export type Reader = {
  locale: Language;
  t: (key: TextKey, blanks?: Blanks) => string;
  time: LocalTime;
  /** An address of ours that keeps the language the reader asked for. */
  link: (address: string) => string;
};

/** A room and who looks at it: what every view is made from. */
export type Visit = Room & Reader;

const detection = (locales: readonly string[]) => ({
  order: ['querystring' as const, 'header' as const],
  lookupQueryString: 'bahasa',
  lookupFromHeaderKey: 'accept-language',
  lookupCookie: '',
  lookupFromPathIndex: 0,
  caches: false as const,
  ignoreCase: true,
  fallbackLanguage: source,
  supportedLanguages: locales.filter(isLanguage),
});

/** Speaks the language of `?bahasa=`, else the browser's, as far as the city offers it; else Indonesian. */
export const visitOf = (c: Context, room: Room): Visit => {
  const { locales, zone } = room.hall.city().agency;
  const options = detection(locales);
  const asked = detectFromQuery(c, options);
  const found = asked ?? detectFromHeader(c, options) ?? source;
  const locale = isLanguage(found) ? found : source;
  return {
    ...room,
    locale,
    t: (key, blanks) => translate(locale, blanks ? { key, with: blanks } : { key }),
    time: localTime(zone, locale),
    link: (address) => (asked ? `${address}${address.includes('?') ? '&' : '?'}bahasa=${asked}` : address),
  };
};

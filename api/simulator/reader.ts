import type { Context } from 'hono';
import { detectFromHeader, detectFromQuery } from 'hono/language';
import type { Blanks } from '../../bot/conversation/reply.ts';
import type { TextKey } from '../../bot/i18n/keys.ts';
import { isLanguage, type Language, source } from '../../bot/i18n/languages.ts';
import { translate } from '../../bot/i18n/translate.ts';
import type { Room } from './app.ts';
import { type SkinName, skinNamed } from './skins/skin-name.ts';
import { type LocalTime, localTime } from './view/local-time.ts';

/** Who reads the page, which need not be who holds the phone: their language, and how words and times are put in it. */
export type Reader = {
  locale: Language;
  t: (key: TextKey, blanks?: Blanks) => string;
  time: LocalTime;
  /** The app on the page. */
  skin: SkinName;
  /** An address of ours that keeps the app, or names another, and the language the reader asked for. */
  link: (address: string, skin?: SkinName) => string;
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
  const named = skinNamed(c.req.query('di'));
  const skin = room.stage.skins.has(named) ? named : 'telegram';
  return {
    ...room,
    locale,
    t: (key, blanks) => translate(locale, blanks ? { key, with: blanks } : { key }),
    time: localTime(zone, locale),
    skin,
    link: (address, to = skin) => {
      const kept = [...(to === 'telegram' ? [] : [`di=${to}`]), ...(asked ? [`bahasa=${asked}`] : [])];
      if (kept.length === 0) return address;
      return `${address}${address.includes('?') ? '&' : '?'}${kept.join('&')}`;
    },
  };
};

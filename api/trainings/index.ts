import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { localDate } from '../../bot/domain/local-date.ts';
import { readCatalogue } from '../../db/reads/training/catalogue.ts';
import { readFeed } from '../../db/reads/training/feed.ts';
import { publicTrainings } from '../../db/reads/training/public.ts';
import type { OpenHall } from '../hall.ts';
import { wordsIn } from '../print/words.ts';
import { page } from '../public/page.ts';
import { calendarFile, calendarType } from './calendar-file.ts';
import { wordsAsked } from './in-language.ts';
import { eventsOfPerson, eventsOfTraining } from './training-events.ts';
import { trainingJson } from './training-json.ts';
import { providerBody, trainingsBody, unknownProvider } from './training-pages.ts';
import { trainingSheet } from './training-sheet.ts';

const safe = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

/** For everybody, and for a while. */
const open = { ...safe, 'cache-control': 'public, max-age=300' };

/** Whoever has the address may read it; no cache between keeps it, and no search finds it. */
const secret = { ...safe, 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex, nofollow' };

/** A reader who has it already is told only that nothing moved. */
const tagged = etag();

/** Subscribed apps are asked to look again so often (seconds): nothing here moves within an hour. */
const refresh = 6 * 3600;

/** Longer is no token of ours; hashing costs as much for any of these. */
const longestToken = 64;

/**
 * `/pelatihan`, its providers, `.json` and calendar files for everybody; `/kalender/TOKEN.ics` for whoever has the address. An
 * address that nobody has is looked for in the same way whatever its shape, and nothing here is written into any log.
 */
export const trainingPages = ({
  city,
  database: { sql },
  clock,
  seal,
}: Pick<OpenHall, 'city' | 'database' | 'clock' | 'seal'>): Hono => {
  const today = () => localDate(clock.now(), city().agency.zone);
  const host = () => new URL(city().publicUrl).host;
  const named = () => ({ zone: city().agency.zone, host: host() });

  return new Hono()
    .get('/pelatihan', tagged, async (c) => {
      const words = wordsAsked(c.req.query('bahasa'));
      const body = trainingsBody(await publicTrainings(sql, today()), city().agency, words);
      const { locale, t } = words;
      return c.html(page({ locale, title: t('pelatihan.title'), body, more: trainingSheet }), 200, open);
    })
    .get('/pelatihan.json', tagged, async (c) =>
      c.json(trainingJson(await publicTrainings(sql, today()), city().publicUrl), 200, {
        ...open,
        'access-control-allow-origin': '*',
      }),
    )
    .get('/pelatihan/penyedia/:slug', tagged, async (c) => {
      const words = wordsAsked(c.req.query('bahasa'));
      const { locale, t } = words;
      const all = await publicTrainings(sql, today());
      const provider = all.providers.find(({ slug }) => slug === c.req.param('slug'));
      return provider
        ? c.html(
            page({
              locale,
              title: provider.name,
              body: providerBody(provider, all, words),
              more: trainingSheet,
            }),
            200,
            open,
          )
        : c.html(page({ locale, title: t('pelatihan.providers'), body: unknownProvider(words) }), 404, open);
    })
    .get('/pelatihan/:file{.+\\.ics}', tagged, async (c) => {
      const words = wordsAsked(c.req.query('bahasa'));
      const code = c.req.param('file').replace(/\.ics$/, '');
      const training = (await readCatalogue(sql)).get(code);
      const events = training ? eventsOfTraining(training, words) : [];
      if (!training || events.length === 0) return c.text(words.t('pelatihan.calendar-gone'), 404, open);
      const file = calendarFile({ name: training.title, events, ...named() });
      return c.body(file, 200, {
        ...open,
        'content-type': calendarType,
        'content-disposition': `attachment; filename="pelatihan.ics"`,
      });
    })
    .get('/kalender/:file', tagged, async (c) => {
      const words = wordsIn(city().agency.locales[0] ?? 'id');
      const token = c.req
        .param('file')
        .replace(/\.ics$/, '')
        .slice(0, longestToken);
      const own = await readFeed(sql, seal, city(), { token, now: clock.now() });
      if (!own) return c.text(words.t('pelatihan.calendar-gone'), 404, secret);
      const file = calendarFile({
        name: words.t('ics.name', { service: { literal: city().agency.service } }),
        events: eventsOfPerson(own, words),
        refresh,
        ...named(),
      });
      return c.body(file, 200, { ...secret, 'content-type': calendarType });
    });
};

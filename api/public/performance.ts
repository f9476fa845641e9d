import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { localDate } from '../../bot/domain/local-date.ts';
import { surveyOf } from '../../bot/domain/skm/survey-settings.ts';
import { isLanguage, source } from '../../bot/i18n/languages.ts';
import { publicRows, publicSurvey } from '../../db/reads/survey-public.ts';
import { asObjects } from '../exports/column.ts';
import { csvOf } from '../exports/csv.ts';
import { skmColumns, skmNames } from '../exports/skm-columns.ts';
import type { OpenHall } from '../hall.ts';
import { wordsIn } from '../print/words.ts';
import { page } from './page.ts';
import { performanceBody } from './performance-page.ts';
import { askedPeriod } from './performance-period.ts';
import { performanceSheet } from './performance-sheet.ts';

/** For everybody, and for a while: figures move once a day at most. */
const open = {
  'cache-control': 'public, max-age=300',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

/** Any other site may read the figures as data. */
const openData = { ...open, 'access-control-allow-origin': '*' };

/** A reader who has the figures already is told only that nothing moved. */
const tagged = etag();

const columns = [...skmColumns, ...skmNames];

/**
 * `/kinerja`, `/kinerja.json` and `/kinerja.csv`: the index of each office for everybody, of a period (`?periode=` or
 * `?period=`, as `export` takes it). No group below five, and only forms that moved by fives. `award`: whether its pages are here.
 */
export const performancePages = (
  { city, database, clock }: Pick<OpenHall, 'city' | 'database' | 'clock'>,
  { award }: { award: boolean },
): Hono => {
  const asked = (c: Context) => {
    const today = localDate(clock.now(), city().agency.zone);
    return { today, ...askedPeriod(c.req.query('periode') ?? c.req.query('period'), today) };
  };
  const figures = (period: ReturnType<typeof asked>['period']) => publicSurvey(database.sql, city(), period);
  const weight = () => surveyOf(city().agency.settings).weight;
  const notPeriod = (c: Context) =>
    c.json({ error: 'period: 2026, 2026-S1, 2026-Q3, 2026-11 or 2026-07-01..2026-11-20' }, 400);

  return new Hono()
    .get('/kinerja', tagged, async (c) => {
      const { period, unread, today } = asked(c);
      const language = c.req.query('bahasa') ?? source;
      const words = wordsIn(isLanguage(language) ? language : source);
      const survey = await figures(period);
      const widened = survey.period.name !== period.name;
      const body = performanceBody(
        {
          survey,
          agency: city().agency,
          weight: weight(),
          award,
          today,
          notice: unread ? 'unread' : widened ? 'widened' : undefined,
        },
        words,
      );
      return c.html(
        page({ locale: words.locale, title: words.t('kinerja.title'), body, more: performanceSheet }),
        200,
        open,
      );
    })
    .get('/kinerja.json', tagged, async (c) => {
      const { period, unread } = asked(c);
      if (unread) return notPeriod(c);
      const survey = await figures(period);
      const { name, from, until } = survey.period;
      return c.json(
        {
          period: name,
          from,
          until,
          updated: survey.updated,
          weight: weight(),
          skm: asObjects(columns, publicRows(survey)),
        },
        200,
        openData,
      );
    })
    .get('/kinerja.csv', tagged, async (c) => {
      const { period, unread } = asked(c);
      if (unread) return notPeriod(c);
      const survey = await figures(period);
      return c.body(csvOf(columns, publicRows(survey)), 200, {
        ...openData,
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="skm-${survey.period.name}.csv"`,
      });
    });
};

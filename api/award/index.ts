import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { etag } from 'hono/etag';
import { canonical } from '../../bot/domain/award/canonical.ts';
import { readReceipt, receiptHash } from '../../bot/domain/ballot/receipt.ts';
import { localDate } from '../../bot/domain/local-date.ts';
import { awardNamed } from '../../db/reads/award/current.ts';
import { publicAward } from '../../db/reads/award/public.ts';
import {
  publicBulletin,
  publicCycles,
  publicReceipts,
  publicRules,
  receiptListed,
} from '../../db/reads/award/public-files.ts';
import type { OpenHall } from '../hall.ts';
import type { Words } from '../print/words.ts';
import { clientAddress } from '../public/client-address.ts';
import { createGuessLimit } from '../public/guess-limit.ts';
import { page } from '../public/page.ts';
import { wordsAsked } from '../trainings/in-language.ts';
import { awardSheet } from './award-sheet.ts';
import { cycleBody, noCycleBody } from './cycle-page.ts';
import { receiptBody } from './receipt-page.ts';

const safe = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

/** For everybody, and for a minute: on the last day of a vote many look. */
const open = { ...safe, 'cache-control': 'public, max-age=60' };

/** Any other site may read the rules and the bulletin. */
const openData = { ...open, 'access-control-allow-origin': '*' };

/** An answer about one receipt is kept nowhere. */
const discreet = { ...safe, 'cache-control': 'no-store' };

const tagged = etag();

/** A code and a language are less (bytes). */
const formMost = 1024;

/**
 * `/penghargaan`: the award for everybody. A page for each cycle, its rules and its bulletin as JSON, and whether a receipt is
 * listed. Nothing of a result stands anywhere here before it is announced. Mounted at `/penghargaan`.
 */
export const awardPages = (
  { city, database: { sql }, clock }: Pick<OpenHall, 'city' | 'database' | 'clock'>,
  now?: () => number,
): Hono => {
  const limit = createGuessLimit(now);
  const speaker = (c: Context) => wordsAsked(c.req.query('bahasa'));
  const today = () => localDate(clock.now(), city().agency.zone);
  const paged = (words: Words, title: string, body: ReturnType<typeof cycleBody>) =>
    page({ locale: words.locale, title, body, more: awardSheet });

  const cyclePage = async (c: Context, wanted: string | undefined) => {
    const words = speaker(c);
    const { agency, publicUrl: url } = city();
    const cycles = await publicCycles(sql);
    const code = wanted ?? cycles[0]?.code;
    const shown = code === undefined ? null : await publicAward(sql, code, clock.now(), agency.zone);
    const { t } = words;
    if (shown)
      return c.html(
        paged(
          words,
          shown.award.cycle.title,
          cycleBody({ shown, agency, today: today(), url, cycles }, words),
        ),
        200,
        open,
      );
    const said = t(wanted === undefined ? 'penghargaan.none' : 'penghargaan.unknown');
    const body = noCycleBody(said, { agency, cycles }, words);
    return c.html(paged(words, t('penghargaan.title'), body), wanted === undefined ? 200 : 404, open);
  };

  const receiptPage = async (c: Context, words: Words, typed?: string) => {
    const code = c.req.param('code') ?? '';
    const award = await awardNamed(sql, code, clock.now(), city().agency.zone);
    if (!award) return cyclePage(c, code);
    const answer = async (): Promise<{ said?: string; status: 200 | 404 | 429 }> => {
      if (typed === undefined || !award.closed) return { status: 200 };
      const address = clientAddress(c);
      if (limit.mustWait(address)) return { said: words.t('penghargaan.receipt.slow'), status: 429 };
      const receipt = readReceipt(typed);
      const category = receipt && (await receiptListed(sql, code, receiptHash(receipt)));
      if (category)
        return {
          said: words.t('penghargaan.receipt.yes', { category: words.t(`award.category.${category}`) }),
          status: 200,
        };
      limit.miss(address);
      return { said: words.t('penghargaan.receipt.no'), status: 404 };
    };
    const [{ said, status }, receipts] = await Promise.all([answer(), publicReceipts(sql, code)]);
    const { closed, cycle } = award;
    const body = receiptBody({ code, title: cycle.title, receipts, closed, ...(said && { said }) }, words);
    const wait = status === 429 ? { 'retry-after': '60' } : {};
    return c.html(paged(words, words.t('penghargaan.receipt'), body), status, { ...discreet, ...wait });
  };

  return new Hono()
    .get('/', tagged, (c) => cyclePage(c, undefined))
    .get('/:code/aturan.json', tagged, async (c) => {
      const rules = await publicRules(sql, c.req.param('code'));
      if (!rules) return c.json({ error: 'unknown cycle' }, 404, openData);
      return c.body(canonical(rules), 200, { ...openData, 'content-type': 'application/json' });
    })
    .get('/:code/bulletin.json', async (c) => {
      const bulletin = await publicBulletin(sql, c.req.param('code'));
      if (bulletin === undefined) return c.json({ error: 'not published' }, 404, openData);
      return c.body(bulletin, 200, { ...openData, 'content-type': 'application/json' });
    })
    .get('/:code/bukti', (c) => receiptPage(c, speaker(c)))
    .post(
      '/:code/bukti',
      bodyLimit({ maxSize: formMost, onError: (c) => c.text('too long', 413) }),
      async (c) => {
        const { kode, bahasa } = await c.req.parseBody();
        const language = typeof bahasa === 'string' ? bahasa : undefined;
        return receiptPage(c, wordsAsked(language), typeof kode === 'string' ? kode : '');
      },
    )
    .get('/:code', tagged, (c) => cyclePage(c, c.req.param('code')));
};

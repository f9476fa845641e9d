import { type Context, Hono } from 'hono';
import type { html } from 'hono/html';
import type { OpenHall } from '../hall.ts';
import { clientAddress } from '../public/client-address.ts';
import { createGuessLimit } from '../public/guess-limit.ts';
import { page } from '../public/page.ts';
import { wordsAsked } from '../trainings/in-language.ts';
import { askNumber, confirmed, placeOfCertificate } from './certificate-page.ts';
import type { CertificateFacts } from './certificate-sheet.ts';
import { findCertificate, isNameOf } from './find-certificate.ts';

const retryAfterSeconds = '60';

/** Headers of a page with a number in its address: not kept, not indexed, not told to the next site. */
const discreet = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  'x-content-type-options': 'nosniff',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

/** The drawing is loaded when somebody asks for it: fonts and printers are not for every start. */
const drawn = async (facts: CertificateFacts, kind: 'pdf' | 'png', now: Date): Promise<Uint8Array> => {
  const { certificatePdf, certificatePng } = await import('./certificate-files.ts');
  return kind === 'pdf' ? certificatePdf(facts, now) : certificatePng(facts);
};

const types = { pdf: 'application/pdf', png: 'image/png' } as const;

/**
 * `/sertifikat/NUMBER`: confirms a certificate to whoever has its number, with `.png` and `.pdf` of it. With a name beside the
 * number (`?nama=`) both must be right. Wrong numbers and drawings of one address are counted: after 20 a minute it waits.
 */
export const certificatePages = (
  hall: Pick<OpenHall, 'city' | 'database' | 'clock'>,
  now?: () => number,
): Hono => {
  const limit = createGuessLimit(now);
  const drawings = createGuessLimit(now);
  const speaker = (c: Context) => wordsAsked(c.req.query('bahasa'));
  const shown = (c: Context, body: ReturnType<typeof html>, status: 200 | 404 | 429 = 200) => {
    const { locale, t } = speaker(c);
    const waiting = status === 429 ? { 'retry-after': retryAfterSeconds } : {};
    return c.html(page({ locale, title: t('sertifikat.title'), body }), status, { ...discreet, ...waiting });
  };
  const asking = (c: Context, said: string, status: 404 | 429) =>
    shown(c, askNumber(speaker(c), said), status);

  return new Hono()
    .get('/', (c) => {
      const typed = c.req.query('nomor')?.trim();
      if (!typed) return shown(c, askNumber(speaker(c)));
      const { locale } = speaker(c);
      return c.redirect(`${placeOfCertificate(typed.slice(0, 60))}?bahasa=${locale}`);
    })
    .get('/:file{.+\\.(?:pdf|png)}', async (c) => {
      const words = speaker(c);
      const file = c.req.param('file');
      const kind = file.endsWith('.pdf') ? 'pdf' : 'png';
      const address = clientAddress(c);
      if (limit.mustWait(address) || drawings.mustWait(address)) return asking(c, words.t('lacak.slow'), 429);
      const facts = await findCertificate(hall, file.slice(0, -4), words);
      if (!facts) {
        limit.miss(address);
        return asking(c, words.t('sertifikat.unknown'), 404);
      }
      drawings.miss(address);
      const bytes = await drawn(facts, kind, hall.clock.now());
      return c.body(new Uint8Array(bytes), 200, {
        ...discreet,
        'content-type': types[kind],
        'content-disposition': `inline; filename="sertifikat-${facts.number.replace(/[^A-Z0-9-]/g, '-')}.${kind}"`,
      });
    })
    .get('/:number', async (c) => {
      const words = speaker(c);
      const address = clientAddress(c);
      if (limit.mustWait(address)) return asking(c, words.t('lacak.slow'), 429);
      const facts = await findCertificate(hall, c.req.param('number'), words);
      const name = c.req.query('nama')?.trim();
      if (facts && (!name || isNameOf(facts, name))) return shown(c, confirmed(facts, words));
      limit.miss(address);
      return asking(c, words.t(name ? 'sertifikat.other-name' : 'sertifikat.unknown'), 404);
    });
};

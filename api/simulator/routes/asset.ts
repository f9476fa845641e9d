import { Hono } from 'hono';
import type { Assets } from '../assets.ts';

const forEver = 'public, max-age=31536000, immutable';

/** What style sheets name without a version, and seldom changes. */
const forADay = 'public, max-age=86400';

/** Styles, scripts, pictures and the typeface, with an ETag; the address that names its version may be kept for ever. */
export const assetRoute = (assets: Assets): Hono =>
  new Hono().get('/:name', (c) => {
    const asset = assets.get(c.req.param('name'));
    if (!asset) return c.notFound();
    const etag = `"${asset.tag}"`;
    const seldom = asset.type === 'font/woff2' ? forADay : 'no-cache';
    const keep = c.req.query('v') === asset.tag ? forEver : seldom;
    const headers = { etag, 'cache-control': keep, 'content-type': asset.type };
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
    return c.body(asset.bytes, 200, headers);
  });

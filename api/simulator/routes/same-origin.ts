import { createMiddleware } from 'hono/factory';

const isSafe = (method: string) => method === 'GET' || method === 'HEAD';

const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined;

/** Refuses acts that another site's page sends in a visitor's name. Browsers name the origin of every POST; who names none is no page of ours. */
export const sameOrigin = createMiddleware(async (c, next) => {
  if (isSafe(c.req.method)) return next();
  const site = c.req.header('sec-fetch-site');
  const host = hostOf(c.req.header('origin') ?? '');
  const own = c.req.header('host') ?? new URL(c.req.url).host;
  if (host !== own || (site !== undefined && site !== 'same-origin')) return c.text('from another site', 403);
  return next();
});

import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { randomToken } from '../random-token.ts';

const name = 'coba';
const shape = /^[\w-]{32}$/;

/** The visitor this browser was before, if any. */
export const visitorOf = (c: Context): string | undefined => {
  const id = getCookie(c, name);
  return id && shape.test(id) ? id : undefined;
};

/** The visitor of this browser; a new one is given a random cookie that scripts cannot read. */
export const greetVisitor = (c: Context): string => {
  const known = visitorOf(c);
  if (known) return known;
  const id = randomToken();
  setCookie(c, name, id, {
    path: '/coba',
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.req.url.startsWith('https:'),
  });
  return id;
};

import type { Context } from 'hono';

const ofOurHouse = /^(::1|::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]/i;

/**
 * Where a request comes from, for limits only, never kept: the peer on Node, or what our own reverse proxy says of it; the
 * edge's word on a Worker. Of an IPv6 address the first half, which one household shares.
 */
export const clientAddress = (c: Context): string => {
  const peer = (c.env as { incoming?: { socket: { remoteAddress?: string } } } | undefined)?.incoming?.socket
    .remoteAddress;
  const told = peer === undefined ? c.req.header('cf-connecting-ip') : forwardedFor(c, peer);
  const address = told ?? peer ?? 'unknown';
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
};

/** The last hop that a proxy of ours has written down; anybody else may claim what they like. */
const forwardedFor = (c: Context, peer: string): string | undefined =>
  ofOurHouse.test(peer) ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() || undefined : undefined;

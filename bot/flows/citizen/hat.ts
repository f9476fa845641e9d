import type { Moment } from '../../conversation/moment.ts';
import { type Reply, say } from '../../conversation/reply.ts';

/**
 * One chat may wear three hats. Somebody who serves and now speaks for themselves is told so: what they report as a citizen
 * is not linked to their personnel record.
 */
export const asCitizen = (reply: Reply, { contact }: Moment): Reply =>
  contact.hats.length === 0 ? reply : { ...reply, note: reply.note ?? say('hat.citizen') };

import type { Moment } from '../../conversation/moment.ts';
import { literal, say, type Text } from '../../conversation/reply.ts';

/** The version of the privacy notice that a person was shown; raise it when its meaning changes. */
export const noticeVersion = '2026-11b';

/** What we keep and why, in one line. It asks nothing and gates nothing (UU 27/2022 art. 5 and 21; the whole text stands on the linked page). */
export const notice = ({ city }: Moment): Text =>
  say('notice.first', { link: literal(`${city.publicUrl}/privasi`) });

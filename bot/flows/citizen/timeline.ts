import { literal, say, type Text } from '../../conversation/reply.ts';
import type { ReportView } from '../../reads.ts';

type Event = ReportView['events'][number];

/** What happened, without when. */
export const eventText = ({ action, blanks }: Pick<Event, 'action' | 'blanks'>): Text =>
  say(
    `event.${action}`,
    Object.fromEntries(
      Object.entries(blanks).map(([name, value]) => [
        name,
        name === 'date' ? { date: String(value) } : literal(String(value)),
      ]),
    ),
  );

/** What happened to a report, oldest first, in words and dates without hours or persons. */
export const timeline = (events: ReportView['events']): Text => ({
  join: events.map((event) => say('track.event', { date: { date: event.on }, what: eventText(event) })),
  by: '\n',
});

import { literal, say, type Text } from '../../conversation/reply.ts';
import type { ReportView } from '../../reads.ts';

/** What happened to a report, oldest first, in words and dates without hours or persons. */
export const timeline = (events: ReportView['events']): Text => ({
  join: events.map(({ on, action, blanks }) =>
    say('track.event', {
      date: { date: on },
      what: say(
        `event.${action}`,
        Object.fromEntries(
          Object.entries(blanks).map(([name, value]) => [
            name,
            name === 'date' ? { date: String(value) } : literal(String(value)),
          ]),
        ),
      ),
    }),
  ),
  by: '\n',
});

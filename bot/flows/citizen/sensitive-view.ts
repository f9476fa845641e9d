import { type Choice, literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import { relayWarning } from '../../domain/relay-warning.ts';
import type { ReportView } from '../../reads.ts';
import { momentChoices } from './own-report.ts';
import { timeline } from './timeline.ts';

/** Lines that name the office tell what it is about to whoever looks over a shoulder. */
const nameless = ({ events }: ReportView) => events.filter(({ action }) => action !== 'forward');

/** A reporter's own sensitive report: state, day, timeline, what officers wrote (with the warning where it speaks of money or codes) and their last photos; no category, no office, no word of their own. */
export const sensitiveReply = (view: ReportView): Reply => {
  const { ticket, state, open, promise, question } = view;
  const { said: spoken, media } = view.thread ?? { said: [], media: [] };
  const risky = spoken.some(({ words }) => relayWarning(words).length > 0);
  const said = spoken.map(({ on, words }) =>
    say('sensitive.said', { date: { date: on }, detail: literal(words) }),
  );
  const parts: Text[] = [
    say('track.closed', { ticket, state: say(`state.${state}`) }),
    ...(open && said.length === 0 ? [say('sensitive.due', { date: { date: promise } })] : []),
    timeline(nameless(view)),
    ...said,
    ...(risky ? [say('warning.money')] : []),
  ];
  const choices: Choice[] = [
    ...momentChoices(view),
    ...(open && question === null ? [{ id: `go:add:${ticket}`, label: say('button.add') }] : []),
    { id: 'go:pin', label: say('button.pin') },
    { id: 'go:menu', label: say('button.menu') },
  ];
  return { text: { join: parts, by: '\n\n' }, choices, ...(media.length > 0 && { media }) };
};

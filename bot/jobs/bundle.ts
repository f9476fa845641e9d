import type { AnyChannel } from '../channels/channel.ts';
import { fit, type Shown } from '../conversation/fit.ts';
import { joinedReplies } from '../conversation/joined.ts';
import type { Reply } from '../conversation/reply.ts';
import { translate } from '../i18n/translate.ts';
import type { Taken } from '../ports.ts';

/** Letters that go as one message: the first, those whose words stand below its own, and the words of all. */
export type Bundle = { reply: Reply; joined: readonly Taken[]; rest: readonly Taken[] };

const sameChoices = (a: Shown, b: Shown): boolean =>
  a.rows.flat().length === b.rows.flat().length && a.list?.rows.length === b.list?.rows.length;

/** Whether joined words are still one message with the same buttons as the last had alone. */
const holds = (
  { can, encode }: AnyChannel,
  { to }: Taken,
  joined: Reply,
  last: Reply,
  locale: string,
): boolean => {
  const shown = (reply: Reply) => fit(reply, can, (text) => translate(locale, text));
  const all = shown(joined);
  return encode(to, all).length === 1 && sameChoices(all, shown(last));
};

/**
 * As many letters as one message holds, for a platform that counts messages; `goes` tells of one whether it may go here
 * now. Those of the rest are not sent with it.
 */
export const bundleOf = (
  channel: AnyChannel,
  first: { letter: Taken; reply: Reply; locale: string },
  behind: readonly Taken[],
  goes: (letter: Taken, reply: Reply) => boolean,
): Bundle => {
  let { reply } = first;
  let taken = 0;
  for (const letter of behind) {
    const { say } = letter;
    if (say === 'ask' || say === 'remind' || reply.media || !goes(letter, say)) break;
    const [joined, apart] = joinedReplies([reply, say]);
    if (!joined || apart || !holds(channel, letter, joined, say, first.locale)) break;
    reply = joined;
    taken += 1;
  }
  return { reply, joined: behind.slice(0, taken), rest: behind.slice(taken) };
};

import type { Reply, Text } from './reply.ts';

const wordsOf = ({ note, text }: Reply): Text[] => (note ? [note, text] : [text]);

/** Whether what comes next may stand in the same message: nothing to choose or give above it, and no pictures, pins or documents below. */
const goesOn = (before: Reply, next: Reply): boolean =>
  !before.choices?.length &&
  !before.request &&
  !before.copy &&
  !next.media?.length &&
  !next.pin &&
  !next.document &&
  (before.about === undefined || next.about === undefined || before.about === next.about);

const together = (before: Reply, next: Reply): Reply => {
  const { note: _, ...rest } = next;
  const about = next.about ?? before.about;
  return {
    ...rest,
    ...(before.media && { media: before.media }),
    ...(before.pin && { pin: before.pin }),
    ...(before.document && { document: before.document }),
    ...(about && { about }),
    text: { join: [...wordsOf(before), ...wordsOf(next)], by: '\n\n' },
  };
};

/** Replies in as few messages as hold them, for a platform that counts messages: what can be chosen stays last in its own. */
export const joinedReplies = (replies: readonly Reply[]): Reply[] => {
  const joined: Reply[] = [];
  for (const next of replies) {
    const before = joined.at(-1);
    if (before && goesOn(before, next)) joined[joined.length - 1] = together(before, next);
    else joined.push(next);
  }
  return joined;
};

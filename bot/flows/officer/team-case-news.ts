import { authored, type Reply, say, type Text } from '../../conversation/reply.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { shownOrder } from '../../domain/modules/choice-order.ts';
import type { TeamCase } from '../../domain/modules/team-case.ts';

const letters = ['A', 'B', 'C', 'D'];

/** The choices under their letters, mixed so that no letter is always the good one, alike in the case and in its ending. */
const lettered = ({ id, choices }: TeamCase) =>
  shownOrder(choices.length, id).flatMap((place, nth) => {
    const choice = choices[place];
    return choice ? [{ letter: letters[nth] ?? '', ...choice }] : [];
  });

const lines = (...texts: readonly Text[]): Text => ({ join: texts, by: '\n' });
const parts = (...texts: readonly Text[]): Text => ({ join: texts, by: '\n\n' });

const question = ({ discuss }: TeamCase): Text => say('team-case.discuss', { words: authored(discuss) });

/** A case of the week as a group reads it, with its choices and what to talk about, and when its ending comes. */
export const caseReply = (
  teamCase: TeamCase,
  { ends, isFirst }: { ends: LocalDate; isFirst: boolean },
): Reply => ({
  text: parts(
    say('team-case.title', { title: authored(teamCase.title), value: say(`award.value.${teamCase.value}`) }),
    authored(teamCase.text),
    lines(
      ...lettered(teamCase).map(({ letter, label }) =>
        say('team-case.choice', { letter, words: authored(label) }),
      ),
    ),
    question(teamCase),
    say('team-case.ends', { date: { date: ends } }),
    ...(isFirst ? [say('team-case.first')] : []),
  ),
});

/** What each choice of the week's case leads to. */
export const endingReply = (teamCase: TeamCase): Reply => ({
  text: parts(
    say('team-case.ending', { title: authored(teamCase.title) }),
    ...lettered(teamCase).map(({ letter, label, consequence }) =>
      lines(say('team-case.choice', { letter, words: authored(label) }), authored(consequence)),
    ),
    question(teamCase),
  ),
});

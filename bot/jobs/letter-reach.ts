import type { Reply, Text } from '../conversation/reply.ts';
import type { TextKey } from '../i18n/keys.ts';
import type { NearChat, Taken } from '../ports.ts';

/** To which other chats a letter may go: to none, to those of the person, or to those linked to the employee; `unsaid`: it does not tell. */
export type Reach = 'home' | 'person' | 'employee' | 'unsaid';

/**
 * Letters that are about the very chat they were written for: what was begun there, what opens there only, what its owner
 * must hear even where somebody else has taken their other chat, and an identity that was opened for whoever asked there.
 */
const home = new Set<TextKey>([
  'draft.nudge',
  'news.neutral',
  'pair.joined',
  'link.also',
  'link.replaced',
  'link.suspended',
  'photo.refused',
  'voice.refused',
  'video.refused',
  'reveal.show',
]);

/** What only employees are told. What is about one report says so itself. */
const work = new Set<TextKey>([
  'award-told.correct',
  'award-told.count',
  'award-told.nominate',
  'award-told.score',
  'award-told.verify',
  'award-told.vote-longer',
  'award-told.vote-remind',
  'award-decided.candidate',
  'award-decided.told',
  'award-decided.won',
  'award-object.dismissed',
  'award-object.upheld',
  'award-objection.new',
  'award-objection.no-reviewers',
  'award-result.told',
  'award-result.told-again',
  'award-result.yours',
  'award-verdict.accepted',
  'award-verdict.asked',
  'award-verdict.refused',
  'award-verdict.replied',
  'certificate.new',
  'certificate.rejected',
  'certificate.revoked',
  'certificate.verified',
  'coaching.title',
  'coaching-check.title',
  'digest.week',
  'handover.new',
  'handover.remind',
  'holidays.missing',
  'leave.stands-in',
  'exercise-scored.title',
  'forward-nominee.withdrew',
  'link.alarm',
  'link.notice',
  'link.suspended-notice',
  'rater.answer',
  'rater.left',
  'rater.new',
  'rater.remind',
  'rater.remind-answer',
  'nominate.forwarded',
  'nominate.handed-back',
  'nominate.withdrew',
  'nominee.forwarded',
  'nominee.named',
  'nominee.unforwarded',
  'remind.half.many',
  'reveal.told',
  'rights.late',
  'rights.letter',
  'rights.remind',
  'survey-proposal.title',
  'survey-week.title',
  'team-case.ending',
  'team-case.title',
  'training.enrolled',
  'training.enrolled-waiting',
  'training.moved-up',
  'training.moved-up-open',
  'vote.invite',
]);

/** What only people are told who asked something of us. */
const own = new Set<TextKey>([
  'handover.answered',
  'handover.lapsed',
  'rater.asked',
  'rater.done',
  'rights.answered',
  'rights.refused',
  'survey-change.slogan',
]);

const keyOf = (text: Text | undefined): TextKey | undefined => {
  if (!text) return undefined;
  if ('join' in text) return keyOf(text.join[0]);
  return 'key' in text ? text.key : undefined;
};

/** Reads from a letter whose it is. An answer, and the question that stands open, are of their chat. */
export const reachOf = ({ answer, say }: Pick<Taken, 'answer' | 'say'>, { text, about }: Reply): Reach => {
  const key = keyOf(text);
  if (answer || say === 'ask' || (key && home.has(key))) return 'home';
  if (say === 'remind' || about?.startsWith('case:') || (key && work.has(key))) return 'employee';
  if (about?.startsWith('report:') || (key && own.has(key))) return 'person';
  return 'unsaid';
};

/**
 * The chats to which a letter may move. An activation code passes through other hands, so what a citizen is told never
 * goes to a chat that only such a code connects, nor work to one that is not linked to the same employee; a letter that does not tell
 * goes only where both would be right.
 */
export const nearFor = (letter: Taken, reply: Reply): readonly NearChat[] => {
  const { road } = letter;
  const reach = reachOf(letter, reply);
  if (!road) return [];
  switch (reach) {
    case 'home':
      return [];
    case 'person':
      return road.others.filter(({ person }) => person);
    case 'employee':
      return road.others.filter(({ employee }) => employee);
    case 'unsaid':
      return road.others.filter(({ person, employee }) => person && (employee || !road.staff));
    default:
      return reach satisfies never;
  }
};

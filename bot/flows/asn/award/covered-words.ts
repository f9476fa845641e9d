import type { Moment } from '../../../conversation/moment.ts';
import type { Heard, Question } from '../../../conversation/question.ts';
import { words } from '../../../conversation/questions/words.ts';
import { type Reply, say, type Text } from '../../../conversation/reply.ts';
import { maskPersonal } from '../../../domain/masking.ts';
import { maskWords } from '../../mask-words.ts';

/** Words of a colleague that others read: numbers and addresses of people are covered at once, and that is said. */
export const coveredWords = (
  ask: Reply,
  title: Text,
  { spoken }: Pick<Moment, 'spoken'>,
  max = 500,
): Question<string> => {
  const typed = words(ask, { max, title });
  const covered = (heard: Heard<string>): Heard<string> => {
    if (!('answer' in heard)) return heard;
    const { text: answer, found } = maskPersonal(heard.answer, maskWords(spoken));
    return found.length > 0 ? { answer, note: say('nominate.masked') } : heard;
  };
  return {
    ...typed,
    hear: { text: (content) => covered(typed.hear.text?.(content) ?? { again: say('again') }) },
    more: { text: (old, content) => covered(typed.more?.text?.(old, content) ?? { answer: old }) },
  };
};

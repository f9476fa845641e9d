import { type Choice, say } from '../../../conversation/reply.ts';
import { type UsedAnswer, usedAnswers } from '../../../domain/coaching/used-at-work.ts';

/** One letter each, for a button carries 64 bytes and a training's code up to 40 of them. */
const letters: { readonly [answer in UsedAnswer]: string } = { often: 'o', sometimes: 's', not_yet: 'n' };

/** "Dipakai di pekerjaan?" about a training, to be answered by one tap. */
export const usedChoices = (training: string): readonly Choice[] =>
  usedAnswers.map((answer) => ({
    id: `go:used-at-work:${letters[answer]}:${training}`,
    label: say(`button.used.${answer}`),
  }));

/** What a button says: the training, and the answer where it holds one. */
export const usedBy = (argument: string): { training: string; answer?: UsedAnswer } => {
  const [, letter = '', code = ''] = /^([a-z]):(.+)$/.exec(argument) ?? [];
  const answer = usedAnswers.find((one) => letters[one] === letter);
  return answer ? { training: code, answer } : { training: argument };
};

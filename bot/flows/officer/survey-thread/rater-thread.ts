import { fact } from '../../../conversation/form.ts';
import { literal, type Reply, say } from '../../../conversation/reply.ts';
import type { RaterThread } from '../../../domain/survey-thread.ts';

export type Facts = { thread: RaterThread | null };

/** The talk that a button names, as the employee may take part. */
export const threadFact = <A extends { number: string }>() =>
  fact<A, RaterThread | null, string>({
    of: ({ number }) => number,
    read: (reads, number) => reads.raterThread(number),
  });

/** Somebody else of the office has it. */
export const taken = ({ number, taker }: RaterThread): Reply => ({
  text: say('rater.taken', { number, name: taker ? literal(taker) : say('button.person') }),
});

/** It is over, or not for this chat. */
export const ended = (thread: RaterThread | null | undefined): Reply | undefined => {
  if (!thread) return { text: say('rater.unknown') };
  return thread.may === 'nothing' ? { text: say('rater.over') } : undefined;
};

import { fact } from '../../../conversation/form.ts';
import { type Reply, say } from '../../../conversation/reply.ts';
import { isThreadNumber, type OwnThread } from '../../../domain/survey-thread.ts';

export type Facts = { thread: OwnThread | null };

export const startsWithThread = (argument: string): { number?: string } =>
  isThreadNumber(argument) ? { number: argument } : {};

/** The talk that a button names, if it is theirs. */
export const threadFact = <A extends { number: string }>() =>
  fact<A, OwnThread | null, string>({
    of: ({ number }) => number,
    read: (reads, number) => reads.ownThread(number),
  });

/** Nothing can be said in it any more, or it is somebody else's. */
export const ended = (thread: OwnThread | null | undefined): Reply | undefined => {
  if (!thread) return { text: say('rater.unknown') };
  return thread.state === 'closed' ? { text: say('rater.over') } : undefined;
};

import { type Fact, type Finish, fact } from '../../conversation/form.ts';
import { type Reply, say } from '../../conversation/reply.ts';
import type { CandidateStep } from '../../domain/award/committee-steps.ts';
import type { CandidateView } from '../../domain/award/committee-view.ts';
import { candidateCard } from './candidate-card.ts';

/** Whose card it is, and as of which verdict a button was shown. */
export type OfCandidate = { id: number; version: string };

/** A button's argument: `12`, or `12 19a0b1c2d3r`. */
export const readOfCandidate = (argument: string): Partial<OfCandidate> => {
  const [, id, version] = /^(\d{1,15})(?: ([0-9a-f]{1,20}r?))?$/.exec(argument.trim()) ?? [];
  return id === undefined ? {} : { id: Number(id), ...(version !== undefined && { version }) };
};

export const candidateFact = <A extends OfCandidate>(): Fact<A, CandidateView | null> =>
  fact<A, CandidateView | null, number>({
    of: ({ id }) => id ?? 0,
    read: (reads, id) => reads.candidate(id),
  });

/** Nobody is told whether a number they may not see is anybody's. */
export const noCandidate: Reply = {
  text: say('candidate.none'),
  choices: [{ id: 'go:committee', label: say('button.committee.back') }],
};

/** What is said instead where a step cannot be taken: it is not theirs, it is over, or somebody was faster. */
export const refusedStep = (
  candidate: CandidateView | null,
  step: CandidateStep,
  version: string | undefined,
): Finish | undefined => {
  if (!candidate) return { say: [noCandidate] };
  if (!candidate.may.includes(step))
    return { say: [{ ...candidateCard(candidate), note: say('candidate.not-now') }] };
  if (step !== 'mark' && version !== candidate.version)
    return { say: [{ ...candidateCard(candidate), note: say('candidate.changed') }] };
  return undefined;
};

/** The way back to the list. */
export const backToCommittee = { id: 'go:committee', label: say('button.committee.back') } as const;

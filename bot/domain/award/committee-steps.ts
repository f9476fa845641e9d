import type { Eligibility } from './eligibility.ts';
import type { JudgeBar } from './may-judge.ts';
import type { Consent, Verdict } from './nominee-state.ts';
import { isIn, type Standing } from './standing.ts';

/** What a member of the committee may do with a candidate. */
export const candidateSteps = ['accept', 'ask', 'refuse', 'mark'] as const;
export type CandidateStep = (typeof candidateSteps)[number];

/** The step by which a verdict is given. */
export const stepOf = { accepted: 'accept', asked: 'ask', refused: 'refuse' } as const satisfies {
  [verdict in Verdict]: CandidateStep;
};

/** A candidate as far as the committee's steps depend on it. `frozen`: roll and candidates are fixed. */
export type CandidateCase = {
  standing: Standing;
  frozen: boolean;
  bar: JudgeBar | null;
  forwarded: boolean;
  consent: Consent | null;
  verdict: Verdict | null;
  eligibility: Eligibility['is'];
};

/**
 * What may be done with a candidate now: judged within `verifikasi`, as often as wanted, and marked within `penilaian`. Only
 * whom a head forwarded is judged; nobody is accepted against an unmet rule, while one that is still unknown may settle later.
 */
export const stepsFor = (one: CandidateCase): CandidateStep[] => {
  if (one.bar !== null || one.consent === 'declined' || !one.forwarded || one.frozen) return [];
  const possible = one.eligibility !== 'ineligible';
  if (isIn(one.standing, 'penilaian')) return one.verdict === 'accepted' && possible ? ['mark'] : [];
  if (!isIn(one.standing, 'verifikasi')) return [];
  return [
    ...(possible && one.verdict !== 'accepted' ? (['accept'] as const) : []),
    'ask',
    ...(one.verdict === 'refused' ? [] : (['refuse'] as const)),
  ];
};

/** How a nomination stands with the committee; `replied`: the nominee has answered its question. */
export type CandidateState = Verdict | 'replied' | 'waiting' | 'declined' | 'not-forwarded';

export const candidateState = (
  one: Pick<CandidateCase, 'consent' | 'forwarded' | 'verdict'> & { replied: boolean },
): CandidateState => {
  if (one.consent === 'declined') return 'declined';
  if (!one.forwarded) return 'not-forwarded';
  if (one.verdict === 'asked' && one.replied) return 'replied';
  return one.verdict ?? 'waiting';
};

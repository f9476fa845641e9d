import { type Finish, form } from '../../conversation/form.ts';
import { literal, say } from '../../conversation/reply.ts';
import type { CandidateView } from '../../domain/award/committee-view.ts';
import { isIn } from '../../domain/award/standing.ts';
import { candidateCard } from './candidate-card.ts';
import {
  backToCommittee,
  candidateFact,
  noCandidate,
  type OfCandidate,
  readOfCandidate,
  refusedStep,
} from './candidate-fact.ts';
import { candidateStories } from './candidate-stories.ts';

type Answers = OfCandidate & { wants: 'accept' | 'stories'; page: number };
type Facts = { candidate: CandidateView | null };

/** `12`, `12 terima 19a0b1c2d3`, `12 cerita 1`. */
const starts = (argument: string): Partial<Answers> => {
  const [, id, rest] = /^(\d{1,15}) cerita (\d{1,3})$/.exec(argument.trim()) ?? [];
  if (id !== undefined) return { id: Number(id), wants: 'stories', page: Number(rest) };
  const accepted = /^\d{1,15} terima /.test(argument.trim());
  return {
    ...readOfCandidate(argument.replace(' terima ', ' ')),
    ...(accepted && { wants: 'accept' as const }),
  };
};

const accepted = (candidate: CandidateView): Finish => {
  const { id, version, name } = candidate;
  return {
    say: [
      {
        text: say('candidate.accepted', { name: literal(name) }),
        choices: [backToCommittee, { id: `go:candidate:${id}`, label: say('button.committee.card') }],
      },
    ],
    effects: [{ do: 'award.verdict', nominee: id, verdict: 'accepted', version }],
  };
};

/** A candidate with evidence from real work; accepted at a tap. The first look keeps the figures, so that everybody sees the same. */
export const candidate = form<Answers, Facts>({
  id: 'candidate',
  work: true,
  starts,
  facts: { candidate: candidateFact<Answers>() },
  questions: () => ({}),
  finish: ({ answers: { wants, version, page = 0 }, facts: { candidate: seen } }) => {
    if (!seen) return { say: [noCandidate] };
    if (wants === 'stories' && seen.bar !== 'oneself') return { say: [candidateStories(seen, page)] };
    if (wants === 'accept') return refusedStep(seen, 'accept', version) ?? accepted(seen);
    const first = !seen.kept && isIn(seen.standing, 'verifikasi') && seen.bar !== 'oneself';
    return {
      say: [candidateCard(seen)],
      ...(first && { effects: [{ do: 'award.evidence' as const, nominee: seen.id }] }),
    };
  },
  draft: () => undefined,
});

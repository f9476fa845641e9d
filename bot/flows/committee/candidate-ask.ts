import { form } from '../../conversation/form.ts';
import { words } from '../../conversation/questions/words.ts';
import { literal, say } from '../../conversation/reply.ts';
import type { CandidateView } from '../../domain/award/committee-view.ts';
import {
  backToCommittee,
  candidateFact,
  type OfCandidate,
  readOfCandidate,
  refusedStep,
} from './candidate-fact.ts';

type Answers = OfCandidate & { question: string };
type Facts = { candidate: CandidateView | null };

/** A question to a nominee before the committee decides; the answer comes back into the chat of whoever asked. */
export const candidateAsk = form<Answers, Facts>({
  id: 'candidate-ask',
  work: true,
  starts: readOfCandidate,
  facts: { candidate: candidateFact<Answers>() },
  questions: ({ facts: { candidate } }) => ({
    question: words(
      { text: say('candidate-ask.question', { name: literal(candidate?.name ?? '') }) },
      { min: 10, max: 300, title: say('button.committee.question') },
    ),
  }),
  ends: ({ answers: { version }, facts: { candidate } }) =>
    candidate === undefined ? undefined : refusedStep(candidate, 'ask', version),
  review: ({ answers: { question = '' }, facts: { candidate } }) => ({
    text: say('candidate-ask.review', { name: literal(candidate?.name ?? ''), message: literal(question) }),
  }),
  finish: ({ answers: { question = '' }, facts: { candidate } }) =>
    candidate
      ? {
          say: [
            {
              text: say('candidate-ask.done', { name: literal(candidate.name) }),
              choices: [backToCommittee],
            },
          ],
          effects: [
            {
              do: 'award.verdict',
              nominee: candidate.id,
              verdict: 'asked',
              version: candidate.version,
              words: question,
            },
          ],
        }
      : { say: [] },
  draft: () => undefined,
});

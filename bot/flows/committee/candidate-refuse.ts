import { form } from '../../conversation/form.ts';
import type { Moment } from '../../conversation/moment.ts';
import type { Question } from '../../conversation/question.ts';
import { words } from '../../conversation/questions/words.ts';
import { literal, say } from '../../conversation/reply.ts';
import type { CandidateView } from '../../domain/award/committee-view.ts';
import { eligibilityNames } from '../../domain/award/eligibility.ts';
import {
  backToCommittee,
  candidateFact,
  type OfCandidate,
  readOfCandidate,
  refusedStep,
} from './candidate-fact.ts';

type Answers = OfCandidate & { reason: string };
type Facts = { candidate: CandidateView | null };

/** Why a candidate is refused: an unmet rule by its name, or words of one's own; details of discipline belong in neither. */
const reasonQuestion = (
  { name, rules, reasonLeast }: CandidateView,
  { spoken }: Pick<Moment, 'spoken'>,
): Question<string> => {
  const unmet = eligibilityNames.filter((rule) => rules[rule] === 'unmet');
  const { more: _, ...typed } = words(
    { text: say('candidate-refuse.reason', { name: literal(name) }) },
    { min: reasonLeast, max: 200, title: say('button.committee.reason') },
  );
  return {
    ...typed,
    ask: {
      ...typed.ask,
      columns: 1,
      choices: [
        ...unmet.map((rule) => ({ id: rule, label: say(`award.rule.${rule}`) })),
        { id: 'cancel', label: say('button.cancel') },
      ],
    },
    hear: {
      ...typed.hear,
      choice: ({ id }) => {
        const rule = unmet.find((one) => one === id);
        return rule
          ? { answer: spoken(say('candidate-refuse.rule', { what: say(`award.rule.${rule}`) })) }
          : { again: say('again.choose') };
      },
    },
  };
};

/** A candidate is refused with a reason, which the nominee is told with the way to object. */
export const candidateRefuse = form<Answers, Facts>({
  id: 'candidate-refuse',
  work: true,
  starts: readOfCandidate,
  facts: { candidate: candidateFact<Answers>() },
  questions: ({ facts: { candidate }, moment }) =>
    candidate ? { reason: reasonQuestion(candidate, moment) } : {},
  ends: ({ answers: { version }, facts: { candidate } }) =>
    candidate === undefined ? undefined : refusedStep(candidate, 'refuse', version),
  review: ({ answers: { reason = '' }, facts: { candidate } }) => ({
    text: say('candidate-refuse.review', { name: literal(candidate?.name ?? ''), about: literal(reason) }),
  }),
  finish: ({ answers: { reason = '' }, facts: { candidate } }) =>
    candidate
      ? {
          say: [
            {
              text: say('candidate-refuse.done', { name: literal(candidate.name) }),
              choices: [backToCommittee],
            },
          ],
          effects: [
            {
              do: 'award.verdict',
              nominee: candidate.id,
              verdict: 'refused',
              version: candidate.version,
              words: reason,
            },
          ],
        }
      : { say: [] },
  draft: () => undefined,
});

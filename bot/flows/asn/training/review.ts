import { type Finish, fact, form } from '../../../conversation/form.ts';
import type { Question } from '../../../conversation/question.ts';
import { literal, say, type Text } from '../../../conversation/reply.ts';
import type { Answer } from '../../../domain/skm/elements.ts';
import type { ReviewLook } from '../../../domain/training/attendance-view.ts';
import { type ReviewQuestion, reviewQuestions } from '../../../domain/training/training-review.ts';
import { fourAnswers } from '../../citizen/survey/four-answers.ts';

type Answers = { [question in ReviewQuestion]: Answer } & { training: string };
type Facts = { look: ReviewLook | null };

const questionOf = (question: ReviewQuestion, nth: number): Text =>
  say('skm.item', {
    nth,
    count: reviewQuestions.length,
    question: say(`review.question.${question}`),
  });

const four = ({ title }: ReviewLook): { [question in ReviewQuestion]?: Question<Answer> } =>
  Object.fromEntries(
    reviewQuestions.map((question, at) => {
      const asked = questionOf(question, at + 1);
      const intro = say('review.intro', { title: literal(title) });
      return [
        question,
        fourAnswers(at === 0 ? { join: [intro, asked], by: '\n' } : asked, (worth) => ({
          label: say(`button.rate.${worth}`),
        })),
      ];
    }),
  );

/** Where they answered elsewhere meanwhile, whatever is said leads on to `ends`, which tells them. */
const asItStands = (look: ReviewLook): ReturnType<typeof four> => {
  const heard = () => ({ answer: 1 as const });
  return look.is === 'open'
    ? four(look)
    : Object.fromEntries(
        Object.entries(four(look)).map(([name, question]) => [
          name,
          { ...question, hear: { choice: heard, text: heard } },
        ]),
      );
};

const refused = (look: ReviewLook | null): Finish | undefined => {
  if (look?.is === 'open') return undefined;
  return look?.is === 'answered'
    ? { say: [{ text: say('review.answered', { title: literal(look.title) }) }] }
    : { say: [{ text: say('review.not-there') }] };
};

/** Four questions about a training for whoever was there. It leaves no trace of who answered what, or when. */
export const review = form<Answers, Facts>({
  id: 'training-review',
  work: true,
  fleeting: true,
  starts: (argument) => (argument ? { training: argument } : {}),
  facts: {
    look: fact<Answers, ReviewLook | null, string>({
      of: ({ training }) => training ?? '',
      read: (reads, training) => reads.trainingReview(training),
    }),
  },
  questions: ({ facts: { look } }) => (look ? asItStands(look) : {}),
  ends: ({ facts: { look } }) => (look === undefined ? undefined : refused(look)),
  finish: ({ answers: { training = '', material, trainer, benefit, organisation }, moment: { city } }) => {
    if (!material || !trainer || !benefit || !organisation) return { say: [] };
    const link = literal(`${city.publicUrl}/pelatihan`);
    return {
      say: [
        {
          text: say('review.thanks', { link }),
          choices: [
            { id: 'go:trainings', label: say('button.hadir.trainings') },
            { id: 'go:menu', label: say('button.menu') },
          ],
        },
      ],
      effects: [{ do: 'training.review', training, answers: { material, trainer, benefit, organisation } }],
    };
  },
  draft: () => undefined,
});

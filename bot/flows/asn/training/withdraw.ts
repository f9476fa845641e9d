import { type Finish, form } from '../../../conversation/form.ts';
import { pick } from '../../../conversation/questions/pick.ts';
import { say } from '../../../conversation/reply.ts';
import type { TrainingCard } from '../../../domain/training/training-card.ts';
import { noCard, type OfTraining, ownCard, saidOf, titleOf } from './own-card.ts';

type Answers = OfTraining & { sure: 'yes' | 'no' };
type Facts = { card: TrainingCard | null };

const refused = (card: TrainingCard): Finish => {
  const title = titleOf(card);
  if (card.standing !== 'registered' && card.standing !== 'waiting')
    return saidOf(say('training-withdraw.not-in', { title }), card);
  return saidOf(say(card.byOffice ? 'training-withdraw.office' : 'training-withdraw.begun', { title }), card);
};

const ask = (card: TrainingCard) => {
  if (card.owedBy !== null) return say('training-withdraw.owed', { title: titleOf(card) });
  return card.standing === 'waiting'
    ? say('training-withdraw.ask-waiting', { title: titleOf(card) })
    : say('training-withdraw.ask', { title: titleOf(card) });
};

/** To leave a training or its waiting list; who waits first gets the seat. Of a duty it is said what it is before. */
export const withdrawTraining = form<Answers, Facts>({
  id: 'training-leave',
  work: true,
  starts: (argument) => ({ code: argument.trim() }),
  facts: { card: ownCard<Answers>() },
  questions: ({ facts: { card } }) =>
    card
      ? {
          sure: pick<Answers['sure']>({
            text: ask(card),
            choices: [
              { id: 'yes', label: say('button.training.yes-withdraw') },
              { id: 'no', label: say('button.training.stay') },
            ],
          }),
        }
      : {},
  ends: ({ answers: { sure }, facts: { card } }) => {
    if (card === undefined) return undefined;
    if (card === null) return noCard;
    if (!card.may.includes('withdraw')) return refused(card);
    return sure === 'no' ? saidOf(say('training-withdraw.no'), card) : undefined;
  },
  finish: ({ facts: { card } }) =>
    card
      ? {
          ...saidOf(say('training-withdraw.done', { title: titleOf(card) }), card),
          effects: [{ do: 'training.withdraw', training: card.code }],
        }
      : noCard,
  draft: () => undefined,
});

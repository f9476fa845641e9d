import { type Finish, form } from '../../../conversation/form.ts';
import { say } from '../../../conversation/reply.ts';
import { localDate } from '../../../domain/local-date.ts';
import type { TrainingCard } from '../../../domain/training/training-card.ts';
import { noCard, type OfTraining, ownCard, saidOf, titleOf } from './own-card.ts';
import { dayText } from './training-days.ts';

type Facts = { card: TrainingCard | null };

const refused = (card: TrainingCard, today: string): Finish => {
  const title = titleOf(card);
  switch (card.standing) {
    case 'finished':
      return { say: [], next: { form: 'certificate', answers: { of: card.code } } };
    case 'checking':
    case 'certified':
      return saidOf(say('training-finish.certified', { title }), card);
    case 'registered':
      return saidOf(
        say('training-finish.early', { title, date: dayText(card.startsOn ?? today, today) }),
        card,
      );
    case 'none':
    case 'waiting':
      return saidOf(say('training-finish.not-in', { title }), card);
    default:
      return card.standing satisfies never;
  }
};

/** *Sudah selesai*: one tap, and no reminder asks for it any more; then its certificate is asked for. */
export const finishTraining = form<OfTraining, Facts>({
  id: 'training-finish',
  work: true,
  starts: (argument) => ({ code: argument.trim() }),
  facts: { card: ownCard<OfTraining>() },
  questions: () => ({}),
  finish: ({ facts: { card }, moment: { now, city } }) => {
    if (!card) return noCard;
    if (!card.may.includes('finish')) return refused(card, localDate(now, city.agency.zone));
    return {
      say: [{ text: say('training-finish.done', { title: titleOf(card) }) }],
      effects: [{ do: 'training.finish', training: card.code }],
      next: { form: 'certificate', answers: { of: card.code } },
    };
  },
  draft: () => undefined,
});

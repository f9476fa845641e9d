import { type Finish, form } from '../../../conversation/form.ts';
import type { Question } from '../../../conversation/question.ts';
import { pick } from '../../../conversation/questions/pick.ts';
import { say, type Text } from '../../../conversation/reply.ts';
import { type LocalDate, localDate } from '../../../domain/local-date.ts';
import type { TrainingCard } from '../../../domain/training/training-card.ts';
import { noCard, type OfTraining, ownCard, saidOf, titleOf } from './own-card.ts';
import { trainingDays } from './training-days.ts';

type Sure = 'yes' | 'no';
/** What they are asked about: a seat, the waiting list, or that list because the last seat went while they were asked. */
type Way = 'seat' | 'wait' | 'lost';
type Answers = OfTraining & { way: Way; sure: Sure };
type Facts = { card: TrainingCard | null };

const clashNote = ({ clash }: TrainingCard): Text[] =>
  clash === null ? [] : [say('training.clash', { title: titleOf({ title: clash }) })];

const seatQuestion = (card: TrainingCard, today: LocalDate): Question<Sure> =>
  pick<Sure>({
    text: {
      join: [
        ...clashNote(card),
        say('training-register.ask', { title: titleOf(card), days: trainingDays(card, today) }),
      ],
      by: '\n',
    },
    choices: [
      { id: 'yes', label: say('button.training.yes-register') },
      { id: 'no', label: say('button.training.no') },
    ],
  });

const waitQuestion = (card: TrainingCard, way: 'wait' | 'lost'): Question<Sure> =>
  pick<Sure>({
    text: say(way === 'lost' ? 'training-register.just-full' : 'training-register.full', {
      title: titleOf(card),
      nth: card.waiting + 1,
    }),
    choices: [
      { id: 'yes', label: say('button.training.yes-wait') },
      { id: 'no', label: say('button.training.no') },
    ],
  });

/** Why nobody needs to, or can, register. */
const refused = (card: TrainingCard): Finish => {
  const title = titleOf(card);
  switch (card.standing) {
    case 'registered':
    case 'finished':
      return saidOf(say('training-register.is-in', { title }), card);
    case 'waiting':
      return saidOf(say('training-register.waits', { title, nth: card.nth ?? 1 }), card);
    case 'checking':
    case 'certified':
      return saidOf(say('training-register.certified', { title }), card);
    case 'none':
      return saidOf(say('training-register.closed', { title }), card);
    default:
      return card.standing satisfies never;
  }
};

const registered = (card: TrainingCard, today: LocalDate): Finish => ({
  ...saidOf(
    {
      join: [
        say('training-register.done', { title: titleOf(card), days: trainingDays(card, today) }),
        ...clashNote(card),
      ],
      by: '\n',
    },
    card,
  ),
  effects: [{ do: 'training.register', training: card.code, expects: 'registered' }],
});

const waiting = (card: TrainingCard): Finish => ({
  ...saidOf(say('training-register.waiting', { title: titleOf(card), nth: card.waiting + 1 }), card),
  effects: [{ do: 'training.register', training: card.code, expects: 'waiting' }],
});

const asking = (code: string, way: Way): Finish => ({
  say: [],
  next: { form: 'training-join', answers: { code, way } },
});

const isOpen = ({ may }: TrainingCard): boolean => may.includes('register') || may.includes('wait');

/**
 * To take part in a training, or to wait for a seat. What they are asked about stands in the answers and not in the facts,
 * so that a word typed in answer is understood as that answer also where the facts have changed since: who agreed to a seat
 * that has just gone is asked about the waiting list, and who agreed to wait gets the seat that has just come free.
 */
export const registerTraining = form<Answers, Facts>({
  id: 'training-join',
  work: true,
  starts: (argument) => ({ code: argument.trim() }),
  facts: { card: ownCard<Answers>() },
  questions: ({ answers: { way }, facts: { card }, moment: { now, city } }) => {
    if (!card || !way) return {};
    return {
      sure: way === 'seat' ? seatQuestion(card, localDate(now, city.agency.zone)) : waitQuestion(card, way),
    };
  },
  ends: ({ answers: { way, sure }, facts: { card } }) => {
    if (card === undefined) return undefined;
    if (card === null) return noCard;
    if (!way)
      return isOpen(card) ? asking(card.code, card.may.includes('wait') ? 'wait' : 'seat') : refused(card);
    if (!sure) return undefined;
    if (sure === 'no') return saidOf(say('training-register.no'), card);
    if (!isOpen(card)) return refused(card);
    return way === 'seat' && card.may.includes('wait') ? asking(card.code, 'lost') : undefined;
  },
  finish: ({ facts: { card }, moment: { now, city } }) => {
    if (!card) return noCard;
    return card.may.includes('wait') ? waiting(card) : registered(card, localDate(now, city.agency.zone));
  },
  draft: () => undefined,
});

import { fact, form } from '../../../conversation/form.ts';
import { type Choice, say } from '../../../conversation/reply.ts';
import { localDate } from '../../../domain/local-date.ts';
import type { TrainingAct, TrainingCard } from '../../../domain/training/training-card.ts';
import { attendanceDoor } from './attendance-door.ts';
import { cardLines } from './card-lines.ts';

type Answers = { code: string };
type Facts = { card: TrainingCard | null };

const door = (act: TrainingAct, code: string): Choice => {
  switch (act) {
    case 'register':
      return { id: `go:training-join:${code}`, label: say('button.training.register') };
    case 'wait':
      return { id: `go:training-join:${code}`, label: say('button.training.wait') };
    case 'finish':
      return { id: `go:training-finish:${code}`, label: say('button.training.finish') };
    case 'certificate':
      return { id: `go:certificate:${code}`, label: say('button.certificate.send') };
    case 'review':
      return { id: `go:training-review:${code}`, label: say('button.training.review') };
    case 'withdraw':
      return { id: `go:training-leave:${code}`, label: say('button.training.withdraw') };
    default:
      return act satisfies never;
  }
};

/** A training by its code: everything about it, where the reader stands, and what they can do now. */
export const training = form<Answers, Facts>({
  id: 'training',
  work: true,
  starts: (argument) => ({ code: argument.trim() }),
  facts: {
    card: fact<Answers, TrainingCard | null, string>({
      of: ({ code }) => code ?? '',
      read: (reads, code) => reads.training(code),
    }),
  },
  questions: () => ({}),
  finish: ({ facts: { card }, moment: { city, contact, now } }) => {
    if (!card)
      return {
        say: [
          {
            text: say('training.gone'),
            choices: [{ id: 'go:trainings', label: say('button.trainings.mine') }],
          },
        ],
      };
    const today = localDate(now, city.agency.zone);
    return {
      say: [
        {
          text: cardLines(card, today, city.publicUrl),
          choices: [
            ...card.may.map((act) => door(act, card.code)),
            ...attendanceDoor(card, contact.hats, today),
            { id: 'go:trainings', label: say('button.trainings.mine') },
          ],
        },
      ],
    };
  },
  draft: () => undefined,
});

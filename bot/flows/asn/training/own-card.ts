import { type Fact, type Finish, fact } from '../../../conversation/form.ts';
import { type Choice, literal, say, type Text } from '../../../conversation/reply.ts';
import { shortTitle } from '../../../domain/training/short-title.ts';
import type { TrainingCard } from '../../../domain/training/training-card.ts';

export type OfTraining = { code: string };

/** The training that a step is about, as its person stands to it now. */
export const ownCard = <A extends OfTraining>(): Fact<A, TrainingCard | null> =>
  fact<A, TrainingCard | null, string>({
    of: ({ code }) => code ?? '',
    read: (reads, code) => reads.training(code),
  });

export const titleOf = ({ title }: Pick<TrainingCard, 'title'>): Text => literal(shortTitle(title));

/** The way back to the training. */
export const toCard = (code: string): Choice => ({
  id: `go:training:${code}`,
  label: say('button.training.open'),
});

/** Said of one training, with the way back to it. */
export const saidOf = (text: Text, { code }: Pick<TrainingCard, 'code'>): Finish => ({
  say: [{ text, choices: [toCard(code), { id: 'go:trainings', label: say('button.trainings.mine') }] }],
});

/** Where nobody can do anything: no such training, or no employee's chat. */
export const noCard: Finish = {
  say: [
    { text: say('training.gone'), choices: [{ id: 'go:trainings', label: say('button.trainings.mine') }] },
  ],
};

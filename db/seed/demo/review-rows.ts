import type { training, trainingReview } from '../../schema/index.ts';
import { fewestShown } from '../../show-fives.ts';
import { createDice } from './dice.ts';
import type { DemoEnrolment } from './imagine-enrolments.ts';

type Row = typeof training.$inferInsert;
type Review = typeof trainingReview.$inferInsert;

const seed = 20_264;

/** What people grumble about is how a training was organised. */
const usual = { material: 3.3, trainer: 3.5, benefit: 3.3, organisation: 2.9 } as const;

/** As `reviewTraining` names them: to which five answers about a provider these belong, and chance. */
const idOf = (before: number, chance: Uint8Array): string =>
  `${Math.floor(before / fewestShown)
    .toString(16)
    .padStart(8, '0')}${Buffer.from(chance).toString('hex')}`.replace(
    /^(.{8})(.{4})(.{4})(.{4})(.{12})$/,
    '$1-$2-$3-$4-$5',
  );

/** Four answers for each of those who answered, nobody's in particular. */
export const reviewRows = (trainings: readonly Row[], enrolments: readonly DemoEnrolment[]): Review[] => {
  const dice = createDice(seed);
  const counted = new Map<string, number>();
  const near = (liking: number) =>
    Math.min(4, Math.max(1, Math.round(liking + (dice.throw() + dice.throw() - 1) * 1.2)));
  const providers = new Map(trainings.map(({ code, provider }) => [code, provider]));
  return dice.shuffle(enrolments.filter(({ reviewed }) => reviewed)).map(({ trainingCode }) => {
    const provider = providers.get(trainingCode) ?? '';
    const before = counted.get(provider) ?? 0;
    counted.set(provider, before + 1);
    return {
      id: idOf(before, dice.bytes(12)),
      trainingCode,
      material: near(usual.material),
      trainer: near(usual.trainer),
      benefit: near(usual.benefit),
      organisation: near(usual.organisation),
    };
  });
};

import type { Reply, Text } from '../../bot/conversation/reply.ts';
import type { AwardNow } from '../../bot/domain/award/award-now.ts';
import { shortTitle } from '../../bot/domain/training/short-title.ts';
import type { City } from '../../bot/ports.ts';
import type { Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import type { Winner } from './decide.ts';
import { tellAward } from './tell-award.ts';

const lineOf = ({ category, name, unit }: Winner): Text => ({
  key: 'award-decided.line',
  with: {
    category: { key: `award.category.${category}` },
    name: { literal: shortTitle(name, 60) },
    unit: { literal: shortTitle(unit, 60) },
  },
});

const wonText = (title: Text, publicUrl: string, { category, number }: Winner): Text => ({
  key: 'award-decided.won',
  with: {
    title,
    category: { key: `award.category.${category}` },
    number,
    link: { literal: `${publicUrl}/sertifikat/${number}` },
  },
});

/** What a winner gets: the certificate of each category, the promised place, and the question about the story. */
const toWinner = (all: readonly Winner[], title: Text, publicUrl: string, reward?: string): Reply => {
  const [first] = all;
  const seat: Text[] =
    first?.seated && reward
      ? [
          {
            key: first.seated === 'waiting' ? 'award-decided.seat-waiting' : 'award-decided.seat',
            with: { title: { literal: shortTitle(reward) } },
          },
        ]
      : [];
  return {
    text: { join: [...all.map((one) => wonText(title, publicUrl, one)), ...seat], by: '\n' },
    choices: [
      { id: `go:story-consent:${first?.nominee ?? ''}`, label: { key: 'button.award.story' } },
      { id: 'go:award', label: { key: 'button.award.result' } },
    ],
  };
};

/** Tells the decision: winners what they won, candidates a thank you, all other ASN who won. */
export const tellDecision = async (
  runner: Runner,
  seal: Seal,
  city: City,
  {
    award,
    winners,
    candidates,
    reward,
  }: {
    award: AwardNow;
    winners: readonly Winner[];
    candidates: readonly number[];
    reward: string | undefined;
  },
  at: Date,
): Promise<void> => {
  const title: Text = { literal: award.cycle.title };
  const letter = { cycle: award.id, what: 'decided' };
  const own = Map.groupBy(winners, ({ employee }) => employee);
  const sayWon = (employee: number): Reply =>
    toWinner(own.get(employee) ?? [], title, city.publicUrl, reward);
  const news: Text[] = [
    { key: 'award-decided.told', with: { title } },
    ...winners.map(lineOf),
    { key: 'award-decided.thanks-all' },
  ];
  const choices: Reply['choices'] = [{ id: 'go:award', label: { key: 'button.award.result' } }];
  const thanks: Reply = { text: { key: 'award-decided.candidate', with: { title } }, choices };
  const everybody: Reply = { text: { join: news, by: '\n' }, choices };
  const lane = 'interactive' as const;
  await tellAward(runner, seal, city, { ...letter, employees: [...own.keys()], lane, say: sayWon }, at);
  await tellAward(runner, seal, city, { ...letter, employees: candidates, lane, say: () => thanks }, at);
  await tellAward(runner, seal, city, { ...letter, employees: null, lane: 'bulk', say: () => everybody }, at);
};

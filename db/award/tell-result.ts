import type { Reply, Text } from '../../bot/conversation/reply.ts';
import { type AwardNow, phaseEnds } from '../../bot/domain/award/award-now.ts';
import { criteria } from '../../bot/domain/award/score-rules.ts';
import { shortTitle } from '../../bot/domain/training/short-title.ts';
import type { City } from '../../bot/ports.ts';
import type { Runner } from '../prepared.ts';
import type { JudgedCategory } from '../reads/award/judged-result.ts';
import type { Seal } from '../sealed.ts';
import { tellAward } from './tell-award.ts';

const placesTold = 3;

/** Points as they are read: `78,68`. */
const printed = (points: string): Text => ({ literal: points.replace('.', ',') });

/** The first places of a category in one line. */
const line = ({ category, candidates, result }: JudgedCategory): Text => ({
  key: 'award-result.line',
  with: {
    category: { key: `award.category.${category}` },
    list: {
      join: result
        .filter(({ place }) => place <= placesTold)
        .map(
          ({ id, place, score }): Text => ({
            key: 'award-result.place',
            with: {
              nth: place,
              name: { literal: shortTitle(candidates.find((one) => one.id === id)?.name ?? '', 40) },
              value: printed(score.total),
            },
          }),
        ),
      by: ', ',
    },
  },
});

const choices: Reply['choices'] = [
  { id: 'go:award', label: { key: 'button.award.result' } },
  { id: 'go:award-object', label: { key: 'button.award.object' } },
];

type Told = { award: AwardNow; categories: readonly JudgedCategory[]; nth: number };

const toEverybody = ({ award, categories, nth }: Told): Reply => {
  const tied = categories.some(({ result }) => result.some(({ score }) => score.by === 'tie'));
  const lines: Text[] = [
    {
      key: nth === 1 ? 'award-result.told' : 'award-result.told-again',
      with: { title: { literal: award.cycle.title } },
    },
    ...categories.map(line),
    ...(tied ? [{ key: 'award-result.tie' as const }] : []),
    { key: 'award-result.rule', with: { date: { date: phaseEnds(award, 'masa_sanggah') } } },
  ];
  return { text: { join: lines, by: '\n' }, choices };
};

/** What a candidate gets: the own place and every part of the own score. */
const toCandidate = (
  { award, categories }: Told,
  { category, id }: { category: JudgedCategory['category']; id: number },
): Text[] => {
  const one = categories.find((each) => each.category === category)?.result.find((each) => each.id === id);
  if (!one) return [];
  const { parts, total } = one.score;
  return [
    {
      key: 'award-result.yours',
      with: {
        title: { literal: award.cycle.title },
        category: { key: `award.category.${category}` },
        nth: one.place,
        value: printed(total),
      },
    },
    ...criteria.map(
      (name): Text => ({
        key: `award-result.part.${name}`,
        with: { value: printed(parts[name]), count: award.cycle.score.weights[name] },
      }),
    ),
  ];
};

/** Tells the provisional result: each candidate the own score with every part, all other ASN the first places. */
export const tellResult = async (
  runner: Runner,
  seal: Seal,
  city: City,
  told: Told,
  at: Date,
): Promise<void> => {
  const { award, categories, nth } = told;
  const what = `result:${nth}`;
  const mind: Text = {
    key: 'award-result.mind',
    with: { date: { date: phaseEnds(award, 'masa_sanggah') } },
  };
  const own = Map.groupBy(
    categories.flatMap(({ category, candidates }) =>
      candidates.map(({ id, employee }) => ({ category, id, employee })),
    ),
    ({ employee }) => employee,
  );
  const sayOwn = (employee: number): Reply => ({
    text: { join: [...(own.get(employee) ?? []).flatMap((one) => toCandidate(told, one)), mind], by: '\n' },
    choices,
  });
  const letter = { cycle: award.id, what };
  const [lane, bulk] = ['interactive', 'bulk'] as const;
  await tellAward(runner, seal, city, { ...letter, employees: [...own.keys()], lane, say: sayOwn }, at);
  const everybody = toEverybody(told);
  await tellAward(runner, seal, city, { ...letter, employees: null, lane: bulk, say: () => everybody }, at);
};

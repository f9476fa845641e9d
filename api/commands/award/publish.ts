import { awardCategories } from '../../../bot/domain/award/award-category.ts';
import { publishResult } from '../../../db/award/publish.ts';
import type { CategoryFault, JudgedCategory } from '../../../db/reads/award/judged-result.ts';
import { operatorCommand } from '../operator-command.ts';
import { done, type Outcome, refused, wrongUsage } from '../outcome.ts';
import { cycleArg, noCycle, onAward } from './on-award.ts';

const missing = (name: string, what: Extract<CategoryFault, { is: 'missing' }>['what']): string => {
  switch (what.is) {
    case 'predicate':
      return `${name} has no predicate of ${what.year} ("import records").`;
    case 'attendance':
      return `${name} has no attendance ("import records").`;
    case 'marks':
      return `${name} has no mark of the committee (/panitia).`;
    default:
      return what satisfies never;
  }
};

/** What keeps a category from being ranked, and what to do. */
const faultWords = (fault: CategoryFault): string => {
  if (fault.is === 'missing') return `${fault.category}: ${missing(fault.name, fault.what)}`;
  const why =
    fault.why === 'few'
      ? 'fewer than five ballots, which are never opened; the votes would count for nobody'
      : 'its vote has no quorum';
  return `${fault.category}: ${why}. The committee decides: --rank ${fault.category} --minutes TEXT.`;
};

const rankingWords = ({ category, candidates, result }: JudgedCategory): string[] => [
  `${category}:`,
  ...result.map(
    ({ id, place, score }) =>
      `  ${place}. ${candidates.find((one) => one.id === id)?.name ?? ''}, ${score.total} (by ${score.by})`,
  ),
];

const rankingData = ({ category, candidates, result }: JudgedCategory) => ({
  category,
  places: result.map(({ id, place, score }) => ({
    place,
    name: candidates.find((one) => one.id === id)?.name ?? '',
    ...score,
  })),
});

/** Ranks by the published rules and tells the provisional result; again after an objection that was right or minutes of a tie. */
export const publishCommand = operatorCommand(
  {
    name: 'publish',
    description: 'Work out the provisional result by the published rules and tell it to everybody',
    asks: 'run-award',
  },
  {
    cycle: cycleArg,
    rank: {
      type: 'string',
      valueHint: 'CATEGORY',
      description: 'Rank a category without quorum or with fewer than five ballots, as the committee decided',
    },
    minutes: {
      type: 'string',
      valueHint: 'TEXT',
      description: 'With --rank: why the committee decided so; everybody can read it',
    },
  },
  async ({ cycle: code, rank: typed, minutes = '' }): Promise<Outcome> => {
    const category = awardCategories.find((one) => one === typed);
    const text = minutes.trim();
    if (typed !== undefined && !category)
      return wrongUsage(`There is no category ${typed}: ${awardCategories.join(', ')}.`);
    if ((category === undefined) !== (text === ''))
      return wrongUsage('--rank and --minutes go together: which category, and why.');
    return onAward(async ({ database, seal, city, at }) => {
      const rank = category && { category, text };
      const published = await database.sql.begin((tx) =>
        publishResult(tx, seal, city, { code, ...(rank && { rank }) }, at),
      );
      switch (published.is) {
        case 'none':
          return refused(noCycle(code));
        case 'decided':
          return refused('The award is decided: its result stays as it is.');
        case 'not-counted':
          return refused(`The vote is not counted yet: "award tally ${code}".`);
        case 'faults':
          return refused(['Nothing was published.', ...published.faults.map(faultWords)].join('\n'));
        case 'told':
        case 'unchanged': {
          const { categories, ties, objectUntil } = published;
          const lines = [
            published.is === 'told'
              ? `Told to everybody. Objections until ${objectUntil}.`
              : 'Nothing has changed since it was told; nobody was told twice.',
            ...categories.flatMap(rankingWords),
            ...ties.map(
              (tied) =>
                `A tie in ${tied} waits for the committee: "award tie ${code} ${tied} --order NIP,NIP --minutes TEXT", then publish again.`,
            ),
          ];
          const data = {
            cycle: code,
            is: published.is,
            objectUntil,
            ties,
            categories: categories.map(rankingData),
          };
          return done(lines.join('\n'), data);
        }
        default:
          return published satisfies never;
      }
    });
  },
);

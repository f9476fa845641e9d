import type { AwardCategory } from '../../../bot/domain/award/award-category.ts';
import type { AwardNow } from '../../../bot/domain/award/award-now.ts';
import { type CategoryResult, type ResultFault, resultOf } from '../../../bot/domain/award/result-of.ts';
import { type VoteSays, voteSays } from '../../../bot/domain/award/result-votes.ts';
import type { Runner } from '../../prepared.ts';
import { type Minutes, minutesOf, tieOrders } from './minutes.ts';
import { type Candidate, readCandidates, readScored, readVotes } from './result-facts.ts';

/** Why a category cannot be ranked yet: the committee must first decide about its vote, or facts of a candidate are missing. */
export type CategoryFault =
  | { is: 'vote'; category: AwardCategory; why: 'few' | 'quorum' }
  | { is: 'missing'; category: AwardCategory; name: string; what: ResultFault };

export type JudgedCategory = { category: AwardCategory; candidates: Candidate[]; result: CategoryResult };

/** Whether the committee's minutes rank a category though its vote has no quorum, or too few ballots: it gave its reason in words. */
const decidedByMinutes = (minutes: readonly Minutes[], category: AwardCategory): boolean =>
  minutes.some((one) => one.about === 'quorum' && one.category === category && one.text !== '');

/** Nominees in the order that the committee gave ties, the latest decision first. */
const tieOrderOf = (
  minutes: readonly Minutes[],
  { category, candidates }: Omit<JudgedCategory, 'result'>,
) => {
  const orders = tieOrders(minutes).get(category) ?? [];
  const papers = [...new Set(orders.toReversed().flat())];
  return papers.flatMap((paper) => candidates.find((one) => one.paper === paper)?.id ?? []);
};

/** Ranks every category of a cycle by its published rules, or says everything that keeps it from that. `undefined` before the tally. */
export const judgedResult = async (
  runner: Runner,
  award: AwardNow,
): Promise<{ categories: JudgedCategory[] } | { faults: CategoryFault[] } | undefined> => {
  const [all, counted, minutes] = await Promise.all([
    readCandidates(runner, award.id),
    readVotes(runner, award.id),
    minutesOf(runner, award.id),
  ]);
  if (!counted) return undefined;
  const says = new Map<AwardCategory, VoteSays>(
    award.cycle.categories.map((category) => {
      const vote = { roll: counted.roll, votes: counted.votes(category) };
      return [
        category,
        voteSays({ ...vote, decided: decidedByMinutes(minutes, category) }, award.cycle.vote),
      ];
    }),
  );
  const votes = (category: AwardCategory) => {
    const said = says.get(category);
    return said?.is === 'counted' ? said.votes : null;
  };
  const scored = await readScored(runner, award, all, votes);
  const faults: CategoryFault[] = [];
  const categories: JudgedCategory[] = [];
  for (const [category, said] of says) {
    const candidates = all.filter((one) => one.category === category);
    if (candidates.length === 0) continue;
    if (said.is === 'undecided') {
      faults.push({ is: 'vote', category, why: said.why });
      continue;
    }
    const result = resultOf(
      candidates.flatMap(({ id }) => scored.get(id) ?? []),
      award.cycle,
      tieOrderOf(minutes, { category, candidates }),
    );
    if (!('faults' in result)) categories.push({ category, candidates, result });
    else
      for (const what of result.faults)
        faults.push({
          is: 'missing',
          category,
          name: candidates.find(({ id }) => id === what.id)?.name ?? '',
          what,
        });
  }
  return faults.length > 0 ? { faults } : { categories };
};

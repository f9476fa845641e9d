import { awardCategories } from '../../../bot/domain/award/award-category.ts';
import { plainId } from '../../../bot/domain/nip.ts';
import { breakTie } from '../../../db/award/break-tie.ts';
import { operatorCommand } from '../operator-command.ts';
import { done, refused, wrongUsage } from '../outcome.ts';
import { cycleArg, minutesArg, noCycle, onAward } from './on-award.ts';

/** Keeps how the committee decided among candidates who share a place. */
export const tieCommand = operatorCommand(
  {
    name: 'tie',
    description: 'The committee\u2019s order of candidates who share a place',
    asks: 'run-award',
  },
  {
    cycle: cycleArg,
    category: { type: 'positional', required: true, description: awardCategories.join(', ') },
    order: {
      type: 'string',
      required: true,
      valueHint: 'NIP,NIP',
      description: 'Candidates who share a place, the first one first',
    },
    minutes: minutesArg,
  },
  async ({ cycle: code, category: typed, order, minutes }) => {
    const category = awardCategories.find((one) => one === typed);
    const nips = order.split(',').map(plainId).filter(Boolean);
    if (!category) return wrongUsage(`There is no category ${typed}: ${awardCategories.join(', ')}.`);
    if (nips.length < 2 || new Set(nips).size < nips.length)
      return wrongUsage('--order names two candidates or more, each once.');
    return onAward(async ({ database, at, zone }) => {
      const kept = await breakTie(database.sql, code, { category, nips, text: minutes.trim() }, { at, zone });
      switch (kept.is) {
        case 'unknown':
          return refused(noCycle(code));
        case 'uncounted':
          return refused('The vote is not counted yet.');
        case 'decided':
          return refused('The award is decided: nothing changes any more.');
        case 'no-category':
          return refused(`${category} has no candidates.`);
        case 'no-candidate':
          return refused(`${kept.nip} is no candidate of ${category}.`);
        case 'kept':
          return done(`Kept for ${category}: ${kept.order.join('; ')}.`, {
            cycle: code,
            category,
            order: kept.order,
          });
        default:
          return kept satisfies never;
      }
    });
  },
);

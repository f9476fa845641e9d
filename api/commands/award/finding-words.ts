import type { Bulletin } from '../../../bot/domain/ballot/bulletin.ts';
import type { BallotFault, Finding } from '../../../bot/domain/recount/finding.ts';

const ballotWords: { readonly [fault in BallotFault]: string } = {
  category: 'is of a category that is not on the list',
  entries: 'has not one entry for each candidate and one for blank',
  point: 'holds a point that is not canonical, or the identity',
  number: 'holds a number that is not canonical',
  'not-0-or-1': 'has an entry that is not proved to hold 0 or 1',
  'not-one-choice': 'is not proved to hold exactly one choice',
  copied: 'repeats a part of an earlier ballot',
};

const shareWords = {
  entries: 'does not open every entry',
  point: 'holds a point that is not canonical',
  number: 'holds a number that is not canonical',
  proof: 'is not proved to be of that share',
} as const;

const sumWords = {
  entries: 'has not one entry for each candidate and one for blank',
  point: 'holds a point that is not canonical',
  'not-the-ballots': 'is not the sum of the ballots',
} as const;

/** One finding in words, naming the candidate that an entry stands for where the bulletin does. */
export const findingWords = (finding: Finding, { categories }: Pick<Bulletin, 'categories'>): string => {
  const entryOf = (category: string, entry: number | undefined): string => {
    if (entry === undefined) return '';
    const names = categories.find((one) => one.category === category)?.candidates ?? [];
    return `, entry ${entry} (${names[entry - 1] ?? 'blank'})`;
  };
  switch (finding.code) {
    case 'hash':
      return `The hash of the ${finding.of} is not that of the ${finding.of} handed in.`;
    case 'key':
      return 'The public key is no key: no proof can be looked at.';
    case 'category-twice':
      return `Category ${finding.category} stands there twice.`;
    case 'candidate-twice':
      return `${finding.category}: ${finding.candidate} stands there twice.`;
    case 'order':
      return `The list ${finding.list} is not in the order laid down, or not one for each category.`;
    case 'ballot':
      return `Ballot ${finding.ballot}, ${finding.category}${entryOf(finding.category, finding.entry)}: it ${ballotWords[finding.fault]}.`;
    case 'no-proof-holds':
      return `${finding.category}: no proof holds at all. Cycle, hash of the rules, key, or the names of category or candidates are not those that were voted for.`;
    case 'receipts':
      return `${finding.category}: ${finding.receipts} receipts, but ${finding.ballots} ballots.`;
    case 'receipt-twice':
      return `${finding.category}: receipt ${finding.hash} stands there twice.`;
    case 'receipt-missing':
      return `A receipt that somebody holds is not listed: ${finding.hash}.`;
    case 'sum':
      return `${finding.category}, the published sum${entryOf(finding.category, finding.entry)}: it ${sumWords[finding.fault]}.`;
    case 'members':
      return `${finding.category}: opened by ${finding.members.length === 0 ? 'nobody' : `members ${finding.members.join(', ')}`}, not by two, the same everywhere.`;
    case 'share':
      return `${finding.category}, what member ${finding.member} opened${entryOf(finding.category, finding.entry)}: it ${shareWords[finding.fault]}.`;
    case 'total':
      return `${finding.category}${entryOf(finding.category, finding.entry)}: the bulletin says ${finding.says ?? 'nothing'}, the shares open ${finding.counted ?? 'no number of votes'}.`;
    case 'votes':
      return `${finding.category}: ${finding.votes} votes, but ${finding.ballots} ballots.`;
    case 'ties':
      return `${finding.category}: the ties are not those of the totals.`;
    default:
      return finding satisfies never;
  }
};

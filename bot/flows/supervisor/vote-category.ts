import { fact, form } from '../../conversation/form.ts';
import { literal, type Reply, say } from '../../conversation/reply.ts';
import { type AwardCategory, awardCategories } from '../../domain/award/award-category.ts';
import { takesBallots } from '../../domain/award/vote-channel.ts';
import { inOrderOf, orderSeed } from '../../domain/award/vote-order.ts';
import type { VoteList, Voting } from '../../domain/award/vote-view.ts';
import { shortTitle } from '../../domain/training/short-title.ts';
import { pageOfList } from './paged.ts';
import { categoryName, elsewhere, refusalOf } from './vote-words.ts';

type Answers = { category: AwardCategory; seed: string; page: number };
type Facts = { voting: Voting; list: VoteList | null };

/** With a blank ballot, the way back and two turns they fill the ten rows of a list. */
const perPage = 6;

const listReply = ({ category, candidates, blank }: VoteList, seed: string, page: number): Reply => {
  const { shown, turns } = pageOfList(
    inOrderOf(seed, candidates),
    page,
    perPage,
    `go:vote-category:${category} ${seed}`,
  );
  return {
    text:
      candidates.length > 0
        ? say('vote.list', { category: categoryName(category) })
        : say('vote.list.nobody', { category: categoryName(category) }),
    choices: [
      ...shown.map(({ name, look }) => ({
        id: `go:vote-look:${look}`,
        label: literal(shortTitle(name, 60)),
      })),
      ...turns,
      { id: `go:vote-look:${blank}`, label: say('button.vote.blank') },
      { id: 'go:vote', label: say('button.back') },
    ],
    columns: 1,
  };
};

const isCategory = (word: string | undefined): word is AwardCategory =>
  word !== undefined && (awardCategories as readonly string[]).includes(word);

/** Candidates of a category in an order drawn afresh for whoever looks; each behind a sealed button. */
export const voteCategory = form<Answers, Facts>({
  id: 'vote-category',
  secret: true,
  starts: (argument) => {
    const [, category, seed, page] = /^([a-z]+)(?: ([0-9a-z]{6}) (\d{1,2}))?$/.exec(argument) ?? [];
    if (!isCategory(category)) return {};
    return { category, ...(seed !== undefined && { seed, page: Number(page) }) };
  },
  facts: {
    voting: fact<Answers, Voting, true>({
      of: (_, { contact }) => (takesBallots(contact.channel) ? true : undefined),
      read: (reads) => reads.voting(),
    }),
    list: fact<Answers, VoteList | null, AwardCategory>({
      of: ({ category }, { contact }) => (takesBallots(contact.channel) ? category : undefined),
      read: (reads, category) => reads.voteList(category),
    }),
  },
  questions: () => ({}),
  finish: ({ answers: { seed, page = 0 }, facts: { voting, list }, moment }) => {
    const { city, contact, random } = moment;
    const refused = elsewhere(contact.channel, city);
    if (refused) return { say: [refused], rests: true };
    if (voting && voting.is !== 'open') return { say: [refusalOf(voting)], rests: true };
    if (!list) return { say: [], next: { form: 'vote' } };
    return {
      say: [listReply(list, seed ?? orderSeed(random), page)],
      next: { form: 'vote-wait', quietly: true },
    };
  },
  draft: () => undefined,
});

import { literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import type { AwardCategory } from '../../domain/award/award-category.ts';
import { takesBallots } from '../../domain/award/vote-channel.ts';
import type { OpenVote, Voting } from '../../domain/award/vote-view.ts';
import { telegramLink } from '../../domain/deep-link.ts';
import type { City } from '../../ports.ts';

export const categoryName = (category: AwardCategory): Text => say(`award.category.${category}`);

const menu = { id: 'go:menu', label: say('button.menu') } as const;

/** On a channel that stores messages first nothing of the ballot is offered; another door is named. */
export const elsewhere = (channel: string, { doors }: Pick<City, 'doors'>): Reply | undefined => {
  if (takesBallots(channel)) return undefined;
  const { telegram } = doors ?? {};
  return {
    text: telegram
      ? say('vote.elsewhere', { link: literal(telegramLink(telegram)) })
      : say('vote.elsewhere-ask'),
  };
};

/** Why somebody can not vote now, and what to do. */
export const refusalOf = (voting: Exclude<Voting, { is: 'open' }>): Reply => {
  switch (voting.is) {
    case 'none':
      return { text: say('vote.none'), choices: [menu] };
    case 'stranger':
      return { text: say('vote.stranger') };
    case 'not-yours':
      return { text: say('vote.not-yours'), choices: [menu] };
    case 'preparing':
      return { text: say('vote.preparing') };
    case 'early':
      return { text: say('vote.early', { title: literal(voting.title), date: { date: voting.from } }) };
    case 'over':
      return { text: say('vote.over', { title: literal(voting.title) }) };
    case 'unsettled':
      return { text: say('vote.unsettled', { count: voting.hours }) };
    default:
      return voting satisfies never;
  }
};

/** The categories in which somebody has not voted, each at a tap. */
export const openCategories = (voting: Voting, but?: AwardCategory) =>
  voting.is === 'open' ? voting.categories.filter(({ category, voted }) => !voted && category !== but) : [];

export const categoryChoice = ({ category }: { category: AwardCategory }) => ({
  id: `go:vote-category:${category}`,
  label: categoryName(category),
});

export const hasVoted = (voting: OpenVote, category: AwardCategory): boolean =>
  voting.categories.some((one) => one.category === category && one.voted);

/** A ballot was cast already: that one counts. What is still open stands below. */
export const alreadyReply = (voting: OpenVote): Reply => ({
  text: say('vote.already'),
  choices: openCategories(voting).map(categoryChoice),
  columns: 1,
});

/** A button of an earlier round, of somebody else or of a candidate who may not be chosen any more. */
export const oldReply: Reply = {
  text: say('vote.old'),
  choices: [{ id: 'go:vote', label: say('button.vote.see') }],
};

import type { Reply } from '../../../bot/conversation/reply.ts';
import type { AwardCategory } from '../../../bot/domain/award/award-category.ts';
import type { Verdict } from '../../../bot/domain/award/nominee-state.ts';
import type { LocalDate } from '../../../bot/domain/local-date.ts';

type Given = {
  nominee: number;
  verdict: Verdict;
  category: AwardCategory;
  words: string;
  /** The last day to answer a question. */
  until: LocalDate;
};

/** What a nominee is told of the committee's verdict: no member's name, and of an unmet rule nothing but its name. */
export const verdictReply = ({ nominee, verdict, category: of, words, until }: Given): Reply => {
  const category = { key: `award.category.${of}` } as const;
  const card = { id: `go:nominee:${nominee}`, label: { key: 'button.committee.own-card' } } as const;
  switch (verdict) {
    case 'accepted':
      return { text: { key: 'award-verdict.accepted', with: { category } }, choices: [card] };
    case 'asked':
      return {
        text: {
          key: 'award-verdict.asked',
          with: { category, message: { literal: words }, date: { date: until } },
        },
        choices: [{ id: `go:nominee-reply:${nominee}`, label: { key: 'button.committee.reply' } }],
      };
    case 'refused':
      return {
        text: { key: 'award-verdict.refused', with: { category, about: { literal: words } } },
        choices: [{ id: `go:award-object:${nominee}`, label: { key: 'button.award.object' } }, card],
      };
    default:
      return verdict satisfies never;
  }
};

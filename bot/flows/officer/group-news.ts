import { literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import { groupView } from '../../domain/group-view.ts';
import type { Untold } from '../../news.ts';
import type { City } from '../../ports.ts';
import type { CaseView } from '../../reads.ts';
import { maskWords } from '../mask-words.ts';

/** What the group of an office reads of an event; `view` as an officer of that office sees it. Never a picture, a place or a name of a citizen. */
export const groupNews = (
  untold: Untold,
  view: Pick<CaseView, 'category' | 'confidential' | 'words' | 'received'>,
  city: City,
  speak: (text: Text) => string,
): Reply | undefined => {
  const { ticket, action } = untold;
  const seen = groupView(
    {
      ticket,
      category: city.categories.find(({ key }) => key === view.category)?.label ?? view.category,
      received: view.received,
      link: `${city.publicUrl}/lacak/${ticket}`,
      sensitive: untold.sensitive ? 'restricted' : 'none',
      confidential: view.confidential,
      words: action === 'forward' ? view.words : untold.words,
    },
    maskWords(speak),
  );
  const head = seen && headOf(untold, seen.category);
  if (!seen || !head) return undefined;
  const text: Text = seen.words ? { join: [head, literal(seen.words)], by: '\n\n' } : head;
  return { text, about: `case:${ticket}`, choices: choicesOf(untold) };
};

const headOf = ({ action, ticket, takerName }: Untold, category: string): Text | undefined => {
  switch (action) {
    case 'forward':
      return say('case.new', { ticket, category: literal(category) });
    case 'accept':
      return say('group.taken', { ticket, name: literal(takerName ?? '') });
    case 'add':
    case 'citizen_answers':
    case 'citizen_replies':
      return say('group.heard', { ticket });
    case 'answer':
    case 'ask_citizen':
      return say('group.said', { ticket });
    case 'finish':
      return say('group.done', { ticket });
    case 'reopen':
      return say('group.reopened', { ticket });
    case 'confirm':
      return say('group.confirmed', { ticket });
    default:
      return undefined;
  }
};

const choicesOf = ({ action, ticket }: Untold): NonNullable<Reply['choices']> => {
  if (action === 'forward') return [{ id: `go:accept:${ticket}`, label: say('button.case.accept') }];
  return action === 'confirm' || action === 'finish'
    ? []
    : [{ id: `go:answer:${ticket}`, label: say('button.case.answer') }];
};

import { literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import type { City } from '../../ports.ts';
import type { CaseView, EventAction } from '../../reads.ts';
import { neutralNews } from '../citizen/news.ts';
import { aliasText, caseCard, newCaseCard } from './case-card.ts';

/** What an office hears of a report; `words` are those of the event, `joined`: somebody's who did not write the report. `undefined` for what it need not be told. */
export const staffNews = (
  action: EventAction,
  view: CaseView,
  { words, media, joined }: { words: string; media: Reply['media']; joined: boolean },
  city: City,
): Reply | undefined => {
  const { ticket } = view;
  if (view.sensitive) return neutralNews(`go:case:${ticket}`);
  const pictures = media && media.length > 0 && view.words !== null ? { media } : {};
  const said = literal(view.words === null ? '' : words);
  const alias = joined ? say('alias.joined') : aliasText(view);
  const headed = (head: Text): Reply => ({ ...caseCard(brief(view), city, head), ...pictures });
  switch (action) {
    case 'received':
    case 'forward':
      return { ...newCaseCard(view, city), ...pictures };
    case 'return':
      return headed(say('case.heard.return', { ticket, words: said }));
    case 'add':
    case 'citizen_replies':
      return headed(say('case.heard.add', { ticket, alias, words: said }));
    case 'citizen_answers':
      return headed(say('case.heard.answer', { ticket, alias, words: said }));
    case 'reopen':
      return headed(say('case.heard.reopen', { ticket, alias, words: said }));
    case 'confirm':
      return { text: say('case.heard.confirm', { ticket }), about: `case:${ticket}` };
    case 'citizen_silent':
      return { text: say('case.heard.silent', { ticket }), about: `case:${ticket}` };
    default:
      return undefined;
  }
};

/** What was said stands in the head already. */
const brief = (view: CaseView): CaseView => ({ ...view, said: [], notes: [] });

import type { Finish } from '../../conversation/form.ts';
import { words } from '../../conversation/questions/words.ts';
import { type Reply, say, type Text } from '../../conversation/reply.ts';
import type { Wanted } from '../../domain/case.ts';
import { relayWarning } from '../../domain/relay-warning.ts';
import type { ReportAction } from '../../domain/report-state.ts';
import type { City } from '../../ports.ts';
import type { CaseView } from '../../reads.ts';
import { type News, newsReply } from '../citizen/news.ts';
import { aboutCase, type CaseFacts, refused, takenFirst } from './case-form.ts';

type Effect = NonNullable<Finish['effects']>[number];

/** Ends a conversation before it begins where its step cannot be taken, with the reason; `also` may know another. */
export const endsUnless =
  (action: ReportAction, also?: (view: CaseView) => Reply | undefined) =>
  ({ facts: { view } }: { facts: Partial<CaseFacts> }): Finish | undefined => {
    const no = refused(view, action) ?? (view ? also?.(view) : undefined);
    return no && { say: [no] };
  };

/** An employee's own words, which somebody else is to read. */
export const ownWords = (ask: Text, { min = 5, short }: { min?: number; short?: Text } = {}) =>
  words(
    { text: ask, choices: [{ id: 'cancel', label: say('button.cancel') }] },
    { min, max: 1000, title: say('button.part.words'), ...(short && { short }) },
  );

/** Says before sending that words touch money, an account or a code. */
export const riskNote = (said: string): Text[] =>
  relayWarning(said).length > 0 ? [say('answer.risky')] : [];

/** A step as the citizen will read it, for whoever is about to send it; `notes` stand above. */
export const preview = (
  view: CaseView | null | undefined,
  news: Omit<News, 'ticket' | 'unit'>,
  city: City,
  notes: readonly Text[] = [],
): Reply => {
  const { ticket = '', unit = '' } = view ?? {};
  const seen = newsReply({ ...news, ticket, unit }, 'reporter', city);
  return {
    text: say('answer.preview', { message: seen?.text ?? '' }),
    ...(notes.length > 0 && { note: { join: notes, by: '\n' } }),
  };
};

/** The effect of a step; of a report that nobody took yet, taking it comes first. */
export const stepEffect = (view: CaseView, wanted: Wanted, photos: readonly string[] = []): Effect => ({
  do: 'report.step',
  ticket: view.ticket,
  as: 'staff',
  steps: takenFirst(view, wanted.action).map((action) => (action === wanted.action ? wanted : { action })),
  ...(photos.length > 0 && { photos }),
});

/** A draft is worth keeping once something was written. */
export const draftOf = ({
  answers: { ticket = '', words: said },
}: {
  answers: { ticket?: string; words?: string };
}): Text | undefined => (said ? say('case.draft', { ticket }) : undefined);

/** What is said when a step was taken. */
export const stepDone = (
  key: Extract<Parameters<typeof say>[0], `${string}.done`>,
  view: Pick<CaseView, 'ticket' | 'sensitive'>,
  blanks: { [blank: string]: Text | string } = {},
): Reply => ({
  text: say(key, { ticket: view.ticket, ...blanks }),
  choices: [{ id: `go:case:${view.ticket}`, label: say('button.see-case') }],
  ...aboutCase(view),
});

import type { Moment } from '../../../conversation/moment.ts';
import { literal, say, type Text } from '../../../conversation/reply.ts';
import { addCalendarDays, type LocalDate } from '../../../domain/local-date.ts';
import type { OwnData, OwnReport } from '../../../domain/own-data.ts';
import { keepDays } from '../../../domain/retention.ts';
import type { OwnChat } from '../../../reads.ts';
import { languageNames } from '../language.ts';

/** So many reports stand in one message, and so many messages are filled with them; the rest is found with /cek. */
const lines = 4;
const messages = 3;

/** A day that may lie years away. */
export const day = (date: LocalDate): Text => ({ date, year: true });

const list = (items: readonly Text[]): Text => ({ join: items, by: '\n' });
export const tickets = (reports: readonly { ticket: string }[]): Text =>
  literal(reports.map(({ ticket }) => ticket).join(', '));

/** Until when the words of a report that has ended are kept, and until when it is tied to the account. */
export const textUntil = (ended: LocalDate): LocalDate => addCalendarDays(ended, keepDays.reportText);
const linkUntil = (ended: LocalDate): LocalDate => addCalendarDays(ended, keepDays.reporterLink);

const namesOf = (chats: readonly OwnChat[]): Text => ({
  join: chats.map(({ channel }) => say(`channel.${channel}`)),
  by: ', ',
});

/** What is held of the account itself. `chats`: of the same person. */
export const heldOfAccount = (
  mine: OwnData,
  chats: readonly OwnChat[],
  number: string,
  { locale, city }: Moment,
): Text => {
  const linked = chats.filter((chat) => chat.mine && !chat.here);
  const phones = mine.reports.filter(({ phone }) => phone);
  return list([
    say('own-data.see.account', { number, date: day(mine.since) }),
    say('own-data.see.language', { language: literal(languageNames[mine.locale ?? locale] ?? locale) }),
    mine.noticed ? say('own-data.see.noticed', { date: day(mine.noticed) }) : say('own-data.see.unnoticed'),
    ...(mine.drafts > 0 ? [say('own-data.see.drafts', { count: mine.drafts })] : []),
    ...(mine.media > 0 ? [say('own-data.see.media', { count: mine.media })] : []),
    ...(mine.ratings > 0 ? [say('own-data.see.ratings', { count: mine.ratings })] : []),
    ...(mine.questions > 0 ? [say('own-data.see.questions', { count: mine.questions })] : []),
    ...(mine.threads > 0 ? [say('own-data.see.threads', { count: mine.threads })] : []),
    ...(mine.wishes.length > 0
      ? [say('own-data.see.wishes', { detail: literal(mine.wishes.join(', ')) })]
      : []),
    ...(mine.follows.length > 0
      ? [say('own-data.see.follows', { detail: literal(mine.follows.join(', ')) })]
      : []),
    ...(linked.length > 0 ? [say('own-data.see.chats', { list: namesOf(linked) })] : []),
    phones.length > 0 ? say('own-data.see.phone', { detail: tickets(phones) }) : say('own-data.see.no-phone'),
    ...(mine.employee ? [say('own-data.see.employee')] : []),
    say('own-data.see.why', { link: literal(`${city.publicUrl}/privasi`) }),
  ]);
};

const lineOf = ({ ticket, category, state, ended }: OwnReport, { city }: Moment): Text => {
  const blanks = {
    ticket,
    category: literal(city.categories.find(({ key }) => key === category)?.label ?? category),
    state: say(`state.${state}`),
  };
  return ended === null
    ? say('own-data.see.running', blanks)
    : say('own-data.see.closed', { ...blanks, date: day(textUntil(ended)), until: day(linkUntil(ended)) });
};

/** The reports of a person, newest first, some in each message. */
export const heldReports = ({ reports }: OwnData, moment: Moment): Text[] => {
  if (reports.length === 0) return [say('own-data.see.no-reports')];
  const shown = reports.slice(0, lines * messages);
  const pages = Array.from({ length: Math.ceil(shown.length / lines) }, (_, page) =>
    list([
      ...(page === 0 ? [say('own-data.see.reports')] : []),
      ...shown.slice(page * lines, (page + 1) * lines).map((report) => lineOf(report, moment)),
    ]),
  );
  const older = reports.length - shown.length;
  return older > 0 ? [...pages, say('own-data.see.older', { count: older })] : pages;
};

/** Who opened the reports beyond those who handle them: a day and an office's hat, never a name. */
export const readersOf = ({ readers }: OwnData): Text =>
  list([
    ...(readers.length === 0
      ? [say('own-data.see.no-readers')]
      : [
          say('own-data.see.readers'),
          ...readers.map(({ on, role }) =>
            say('own-data.see.reader', { date: day(on), role: say(`own-data.role.${role}`) }),
          ),
        ]),
    say('own-data.see.sensitive'),
  ]);

import { literal, type Reply, say } from '../conversation/reply.ts';
import { actingFor } from '../domain/absence.ts';
import { nextDuty } from '../domain/duty-hours.ts';
import { localDate } from '../domain/local-date.ts';
import { relayWarning } from '../domain/relay-warning.ts';
import { isOpen, type ReportAction } from '../domain/report-state.ts';
import { type News, neutralNews, newsReply } from '../flows/citizen/news.ts';
import { groupNews } from '../flows/officer/group-news.ts';
import { staffNews } from '../flows/officer/staff-news.ts';
import { translate } from '../i18n/translate.ts';
import type { Hearer, StaffHearer, Telling, Untold, Untolds } from '../news.ts';
import type { City, Letter } from '../ports.ts';
import type { CaseView, EventAction } from '../reads.ts';

/** Who of the staff hears of what: whoever works on it, everybody of the office, its head, the coordinators. */
type Audience = 'worker' | 'office' | 'head' | 'desk';

const audiences: { [action in EventAction]?: readonly Audience[] } = {
  received: ['desk'],
  forward: ['office'],
  return: ['desk'],
  add: ['worker'],
  citizen_answers: ['worker'],
  citizen_replies: ['worker'],
  citizen_silent: ['worker'],
  confirm: ['worker'],
  reopen: ['worker', 'head'],
};

const ofOffice = ({ staff, office, sensitive }: Untold): StaffHearer[] =>
  staff.filter((one) => one.office === office && one.hats.includes(sensitive ? 'inspector' : 'officer'));

const withHat = ({ staff }: Untold, hat: 'coordinator' | 'supervisor', office?: string): StaffHearer[] =>
  staff.filter((one) => one.hats.includes(hat) && (office === undefined || one.office === office));

/** Whoever took it, or stands in for them today; a report that nobody took, or whose people are all away, is everybody's. */
const workers = (untold: Untold, now: Date): StaffHearer[] => {
  const { taker, duty, staff } = untold;
  const acting = taker === undefined ? undefined : actingFor(taker, localDate(now, duty.zone), duty.absences);
  const theirs = staff.filter(({ employee }) => employee === acting);
  return theirs.length > 0 ? theirs : ofOffice(untold);
};

const audienceOf = (untold: Untold, audience: Audience, now: Date): StaffHearer[] => {
  switch (audience) {
    case 'worker':
      return workers(untold, now);
    case 'office':
      return ofOffice(untold);
    case 'head':
      return untold.sensitive ? [] : withHat(untold, 'supervisor', untold.office);
    case 'desk':
      return withHat(untold, 'coordinator');
    default:
      return audience satisfies never;
  }
};

/** The staff that hears of an event, crew by crew. Where an office has nobody in chat its coordinators do, so that nothing waits unseen. */
const crewsOf = (untold: Untold, now: Date): { crews: readonly StaffHearer[][]; instead: boolean } => {
  const wanted = audiences[untold.action] ?? [];
  const crews = wanted.map((audience) => audienceOf(untold, audience, now));
  const instead = wanted.length > 0 && crews.every((crew) => crew.length === 0) && !untold.sensitive;
  return { crews: instead ? [withHat(untold, 'coordinator')] : crews, instead };
};

/** What had to wait until somebody was on duty may be no news any more: it is taken, or over, unless that is the news. */
const isPast = ({ only, action }: Untold, { state }: CaseView): boolean => {
  if (only === undefined || action === 'confirm' || action === 'citizen_silent') return false;
  return action === 'forward' ? state !== 'diteruskan' : !isOpen(state);
};

const letter = (say: Reply): Letter => ({ say, lane: 'interactive' });

const newsOf = (untold: Untold): News | undefined => {
  const { action, ticket, unit, words, shape, date, archived, main, media } = untold;
  if (action === 'received') return undefined;
  const fromOffice = untoldByOffice.has(action);
  return {
    ticket,
    unit,
    action,
    words,
    ...(shape && { shape }),
    ...(date && { date }),
    ...(archived && { archived }),
    ...(main && { main }),
    risks: fromOffice ? relayWarning(words) : [],
    media: fromOffice ? media : [],
  };
};

/** Steps whose words come from an office and go to a citizen. */
const untoldByOffice = new Set<EventAction>([
  'answer',
  'ask_citizen',
  'finish',
  'not_yet',
  'extend',
  'not_ours',
]);

/** What a person did is not news to that person. */
const ownDoing = new Set<ReportAction>(['add', 'citizen_answers', 'citizen_replies', 'confirm', 'reopen']);

const toCitizens = (untold: Untold, city: City): Telling['letters'] => {
  const news = newsOf(untold);
  if (!news || untold.atFiling) return [];
  return untold.citizens.flatMap(({ hearer, reader }) => {
    if (untold.only !== undefined) return [];
    if (reader === 'reporter' && ownDoing.has(news.action)) return [];
    const reply = untold.sensitive
      ? newsReply(news, reader, city) && neutralNews(`go:track:${untold.ticket}`)
      : newsReply(news, reader, city);
    return reply ? [{ to: hearer, letter: letter(reply) }] : [];
  });
};

/** Of a crew those whose duty comes first: now, or when they may be written to. With a roster that is a colleague's turn. */
const firstThere = (
  crew: readonly StaffHearer[],
  now: Date,
): { hearers: StaffHearer[]; due: Date } | undefined => {
  const coming = crew.flatMap((one) => {
    const due = nextDuty(one.employee, now, one.duty);
    return due ? [{ one, due }] : [];
  });
  if (coming.length === 0) return undefined;
  const due = new Date(Math.min(...coming.map((next) => next.due.getTime())));
  return {
    hearers: coming.filter((next) => next.due.getTime() === due.getTime()).map(({ one }) => one),
    due,
  };
};

/** Staff are written to when they are on duty; who is not, hears when their duty begins. Nobody is written to twice. */
const toStaff = (untold: Untold, city: City, now: Date): Telling => {
  const { words, media, joined, only } = untold;
  const { crews, instead } = crewsOf(untold, now);
  const note = instead ? { note: say('case.nobody', { unit: literal(untold.unit) }) } : {};
  const letters = new Map<number, Telling['letters'][number]>();
  const later = new Map<number, Telling['later'][number]>();
  for (const crew of crews) {
    const first = firstThere(
      crew.filter(({ hearer }) => only === undefined || only === hearer.id),
      now,
    );
    for (const { hearer, see } of first?.hearers ?? []) {
      const view = see();
      const reply =
        view && !isPast(untold, view)
          ? staffNews(untold.action, view, { words, media, joined }, city)
          : undefined;
      if (!first || !reply) continue;
      if (first.due <= now) letters.set(hearer.id, { to: hearer, letter: letter({ ...reply, ...note }) });
      else later.set(hearer.id, { contact: hearer.id, due: first.due });
    }
  }
  return {
    letters: [...letters.values()],
    later: [...later.values()].filter(({ contact }) => !letters.has(contact)),
  };
};

const toGroup = (untold: Untold, room: Hearer | undefined, city: City): Telling['letters'] => {
  const reply =
    room && untold.only === undefined
      ? groupNews(untold, untold.known, city, (text) => translate(city.agency.locales[0] ?? 'id', text))
      : undefined;
  return room && reply ? [{ to: room, letter: letter(reply) }] : [];
};

/**
 * Telling one event: citizens at once and at any hour, since it is their news; staff only when they are on duty; the
 * office's group (`room`) when it happens.
 */
export const tellingOf = (untold: Untold, room: Hearer | undefined, city: City, now: Date): Telling => {
  const staff = toStaff(untold, city, now);
  return {
    letters: [...toCitizens(untold, city), ...staff.letters, ...toGroup(untold, room, city)],
    later: staff.later,
  };
};

/** What telling needs: `roomOf` finds an office's group or the report's topic in it, and may ask the platform for one. */
export type Announcing = {
  untolds: Untolds;
  city: () => City;
  now: () => Date;
  roomOf: (office: string, ticket: string) => Promise<Hearer | undefined>;
};

/** Tells what happened to reports until nothing is left that is due; gives the contacts that letters wait for. */
export const createAnnounce =
  ({ untolds, city, now, roomOf }: Announcing) =>
  async (): Promise<number[]> => {
    const contacts = new Set<number>();
    for (let more = true; more; ) {
      const at = now();
      const due = await untolds.due(at);
      if (due.length === 0) break;
      const rooms = new Map<string, Hearer>();
      for (const { office, ticket, grouped } of due) {
        const room = grouped && !rooms.has(ticket) ? await roomOf(office, ticket) : undefined;
        if (room) rooms.set(ticket, room);
      }
      const decide = (untold: Untold) => tellingOf(untold, rooms.get(untold.ticket), city(), at);
      const told = await untolds.tell(at, decide);
      for (const contact of told.contacts) contacts.add(contact);
      more = told.more;
    }
    return [...contacts];
  };

import type { Duty } from './domain/duty-hours.ts';
import type { LocalDate } from './domain/local-date.ts';
import type { TeamCase } from './domain/modules/team-case.ts';
import type { StaffRole } from './domain/roles.ts';
import type { Proposal } from './domain/skm/proposals.ts';
import type { SurveyWeek } from './domain/skm/survey-week.ts';
import type { WeekFigures } from './domain/week-figures.ts';
import type { Hearer } from './news.ts';
import type { Letter } from './ports.ts';

/** An employee with a linked chat, and when they are on duty. */
export type Reachable = {
  hearer: Hearer;
  employee: number;
  hats: readonly StaffRole[];
  office: string;
  duty: Duty<number>;
};

/** A letter to the staff that is written once under its key, whoever writes it and however often. */
export type Bulletin = { to: Hearer; letter: Letter & { dedupe: string } };

/** What bulletins need: who there is, which keys are not taken yet, the week of each office, and the outbox. */
export type Bulletins = {
  staff: (now: Date) => Promise<Reachable[]>;
  /** Groups by the code of their office. */
  groups: () => Promise<ReadonlyMap<string, Hearer>>;
  unsent: (keys: readonly string[]) => Promise<ReadonlySet<string>>;
  weeks: (now: Date) => Promise<ReadonlyMap<string, WeekFigures>>;
  post: (bulletins: readonly Bulletin[]) => Promise<number>;
};

/**
 * What offices hear of their survey. `units`: those with services, and the office each belongs to. `propose` keeps what is
 * due and gives the latest, with when it was first known. `tell` reads the week before a Monday, writes what that comes to,
 * and marks its comments as told, all or nothing; where one of `keys` is taken already nothing happens.
 */
export type SurveyLetters = Pick<Bulletins, 'staff' | 'unsent' | 'post'> & {
  units: () => Promise<{ unit: string; office: string }[]>;
  propose: (now: Date) => Promise<(Proposal & { at: Date })[]>;
  tell: (
    what: { unit: string; now: Date; keys: readonly string[] },
    write: (week: SurveyWeek) => readonly Bulletin[],
  ) => Promise<number>;
};

/** An office's group and a case for it; `isFirst`: it had none before. */
export type CaseFor = { unit: string; to: Hearer; teamCase: TeamCase; isFirst: boolean };

/** A letter about a case to an office's group, of which there is one in a week. */
export type CaseLetter = { unit: string; to: Hearer; teamCase: TeamCase; letter: Letter };

/**
 * Cases of the week. `next`: for each office with a group that had none in this week, the case that it had never or the longest
 * time ago. `tell` notes them and writes. `endings`: the groups that were given this week's case and not its ending.
 */
export type TeamCases = {
  next: (monday: LocalDate) => Promise<CaseFor[]>;
  tell: (monday: LocalDate, letters: readonly CaseLetter[]) => Promise<number>;
  endings: (monday: LocalDate) => Promise<CaseFor[]>;
  end: (monday: LocalDate, letters: readonly CaseLetter[]) => Promise<number>;
};

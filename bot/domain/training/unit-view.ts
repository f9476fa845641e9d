import type { CoachingGoal } from '../coaching/coaching-reads.ts';
import type { LocalDate } from '../local-date.ts';
import type { CertificateStatus } from './certificate-status.ts';
import type { Need } from './help-needed.ts';
import type { Jp } from './jp.ts';
import type { JpDuty } from './training-rules.ts';

/** A unit that somebody may look at, with how many serve in it and below it. */
export type UnitChoice = { code: string; name: string; people: number };

/** Whose learning an employee may see: their own people's, any unit's (`units`, for the personnel office), or nobody's. */
export type Oversight = { own: boolean; units: UnitChoice[] };

/** Somebody who could use a hand, and with what first. */
export type UnitLine = { id: number; name: string; verified: Jp; duty: JpDuty; need: Need };

/**
 * How learning stands with an employee's own people (`unit`: null) or with those of a unit. `reached` and `behind` are of
 * the `owing`; `due`: somebody with a deadline within two weeks; `waiting`: certificates that this employee may look at,
 * `oldest` the one that came first. `lines`: one page of the `listed`. `skills`: how many its people could learn together, null
 * where fewer than five checked themselves.
 */
export type UnitView = {
  unit: { code: string; name: string } | null;
  people: number;
  owing: number;
  reached: number;
  behind: number;
  due: number;
  waiting: number;
  oldest: number | null;
  listed: number;
  page: number;
  lines: UnitLine[];
  skills: number | null;
  /** What was proposed to their office last and is on the way, for whoever may see that. */
  goal: CoachingGoal | null;
};

/** An open item as its owner's supervisor sees it; `spoken`: a kind word about it was sent lately, so none can be now. */
export type PersonItem = Pick<Need, 'kind' | 'key' | 'about'> & {
  due: LocalDate;
  left: number;
  spoken: boolean;
};

/** A certificate in somebody's list. */
export type PersonCertificate = {
  id: number;
  title: string;
  jp: Jp;
  date: LocalDate;
  status: CertificateStatus;
};

/**
 * A colleague's learning as whoever looks after it sees it. `reach`: whether we can write to them; `greeted`: somebody sent
 * them a kind word today. `may`: what the asker may do for them.
 */
export type PersonView = {
  id: number;
  name: string;
  position: string;
  unit: string;
  today: LocalDate;
  verified: Jp;
  waiting: Jp;
  duty: JpDuty;
  missing: Jp;
  above: Jp;
  reach: boolean;
  greeted: boolean;
  items: PersonItem[];
  certificates: PersonCertificate[];
  may: { enrol: boolean; judge: boolean };
};

/** A training that could be somebody's next. */
export type FittingTraining = {
  code: string;
  title: string;
  provider: string;
  jp: Jp;
  startsOn: LocalDate | null;
  /** The last day on which it can be begun. */
  closes: LocalDate | null;
  owed: boolean;
  /** Seats that nobody has or waits for; null: room for everybody. */
  left: number | null;
};

/** Why nobody can be written to in chat: no chat was ever connected, it was parted again, or its app says nobody is there. */
export const unreachedWhys = ['never', 'parted', 'gone'] as const;
export type UnreachedWhy = (typeof unreachedWhys)[number];

/** An employee without a chat that can be reached, since a local day. */
export type Unreached = { name: string; why: UnreachedWhy; since: LocalDate };

/** How many of a unit's people cannot be reached. */
export type UnreachedUnit = { code: string; name: string; unreached: number; people: number };

import type { ChannelName, MediaKind } from './conversation/inbound.ts';
import type { Json } from './conversation/json.ts';
import type { LeaveView } from './domain/absence.ts';
import type { Alias } from './domain/alias.ts';
import type { TrailLine } from './domain/audit-action.ts';
import type { CommitteeReads } from './domain/award/committee-reads.ts';
import type { NominationReads } from './domain/award/nomination-reads.ts';
import type { ResultReads } from './domain/award/result-reads.ts';
import type { VoteReads } from './domain/award/vote-reads.ts';
import type { OpeningView } from './domain/identity-opening.ts';
import type { Answered } from './domain/known-answer.ts';
import type { Actor } from './domain/life-step.ts';
import type { MainCandidate, MainLook } from './domain/merge.ts';
import type { OwnCopy } from './domain/own-copy.ts';
import type { OwnData, RightsCase } from './domain/own-data.ts';
import type { PinGuard, PinLook } from './domain/pin.ts';
import type { PublicationView } from './domain/public-words.ts';
import type { ReportAction, ReportState } from './domain/report-state.ts';
import type { ServiceLine, ServiceOffice, ServicesFound, ServiceView } from './domain/service.ts';
import type { Grade } from './domain/skm/grade.ts';
import type { Askable, OwnThread, RaterThread } from './domain/survey-thread.ts';
import type { AnswerTemplate } from './domain/template.ts';
import type { LearningReads } from './domain/training/learning-reads.ts';

/** Questions a conversation may put to the database. They change nothing and return only what this contact may see. */
export type Reads = LearningReads &
  CommitteeReads &
  ResultReads &
  VoteReads &
  NominationReads & {
    suggestCategories: (words: string) => Promise<string[]>;
    regionsLike: (words: string) => Promise<string[]>;
    similarReports: (at: SimilarTo) => Promise<Similar[]>;
    myReports: () => Promise<ReportLine[]>;
    report: (ticket: string) => Promise<ReportView | null>;
    /** Whether somebody who answers for the city is there: on duty, later, or not in chat at all. */
    answerers: () => Promise<'now' | 'later' | 'none'>;
    /** A question to the officers on duty, for an employee who may answer it. */
    handOver: (number: string) => Promise<HandOverView | null>;
    /** Whether this person may let themselves be asked further about a service they rated low; null for a code that nobody has. */
    askable: (service: string) => Promise<Askable | null>;
    /** Such a talk, for an employee who may ask in it. */
    raterThread: (number: string) => Promise<RaterThread | null>;
    /** The same, for whoever rated. */
    ownThread: (number: string) => Promise<OwnThread | null>;
    /** The newest report of this contact in which an office waits for an answer; never a sensitive one. */
    askedOf: () => Promise<string | null>;
    subjectOf: (message: string) => Promise<string | null>;
    lookAtCode: (code: string) => Promise<CodeLook>;
    /** Every chat of this person and of the employee it speaks for, this one first. */
    myChats: () => Promise<OwnChat[]>;
    lookAtPairing: (code: string) => Promise<PairingLook>;
    myRecord: () => Promise<StaffRecord | null>;
    /** Whom a code may be made for; null for a number that no active employee has, and for whoever may not ask. */
    codeHolder: (nip: string) => Promise<CodeHolder | null>;
    /** What is held of this chat account. */
    ownData: () => Promise<OwnData>;
    /** The same as a person may take it away: with words, dates and what was agreed to. */
    ownCopy: () => Promise<OwnCopy>;
    /** A request about personal data that this chat's employee was named for. */
    rightsCase: (number: string) => Promise<RightsCase | null>;
    /** How a PIN typed by this contact stands; with null, only whether one guards its sensitive threads. */
    lookAtPin: (pin: string | null) => Promise<PinLook>;
    /** What the audit log holds of a sensitive report, newest first; null for whoever may not read it there. */
    trailOf: (ticket: string) => Promise<TrailLine[] | null>;
    /** How it stands with opening the identity behind a sensitive report; null for whoever does not handle it. */
    openingOf: (ticket: string) => Promise<OpeningView | null>;
    myDesk: () => Promise<StaffDesk | null>;
    /** A report as the employee this chat speaks as may see it; null for whoever is no employee, and for a number nobody has. */
    caseFor: (ticket: string) => Promise<CaseView | null>;
    /** What waits for this employee, most urgent first. */
    myCases: () => Promise<CaseLine[]>;
    /** Open reports that one may be merged into, the nearest first. */
    mainCandidates: (ticket: string) => Promise<MainCandidate[]>;
    lookAtMain: (pair: { ticket: string; main: string }) => Promise<MainLook>;
    /** Whether this employee is away, and who could stand in; null for whoever is no employee. */
    myLeave: () => Promise<LeaveView | null>;
    /** What of a report could be shown to everybody; null for whoever may not approve it. */
    publication: (ticket: string) => Promise<PublicationView | null>;
    /** Sentences that this employee's office sends often. */
    templates: () => Promise<AnswerTemplate[]>;
    serviceOffices: () => Promise<ServiceOffice[]>;
    servicesOf: (unit: string) => Promise<ServiceLine[]>;
    /** The services that somebody's words speak of, nine at most. */
    servicesLike: (words: string) => Promise<ServicesFound>;
    /** What is known to a question: checked answers, services and offices. */
    answersTo: (words: string) => Promise<Answered>;
    /** A service by its code or its counter's, and whether this person may rate it now; null for a code that nobody has. */
    ratable: (code: string) => Promise<Ratable | null>;
    /** How a service stands in the running survey period, as everybody may know it; null before its first five forms. */
    surveyFigure: (service: string) => Promise<SurveyFigure | null>;
    /** The offices of which this chat's employee may tell what was changed; none for whoever may not. */
    changeOffices: () => Promise<ServiceOffice[]>;
    /** How many things the newest reminder of this chat's employee spoke of. */
    toSnooze: () => Promise<number>;
    service: (code: string) => Promise<ServiceView | null>;
  };

/** A question to the officers on duty as whoever may answer it sees it; `taker`: the name of who did. */
export type HandOverView = {
  number: string;
  alias: Alias;
  words: string;
  due: string;
  answered: boolean;
  taker: string | null;
};

export type SimilarTo = { category: string; lat: number; lon: number; words: string };
export type Similar = { ticket: string; metres: number; days: number; state: string };
/** Whether an activation code would bind this chat, and when it tried codes in the last 24 hours (instants). */
export type CodeLook = { fits: boolean; tried: string[] };
/**
 * A chat beside this one, or this one. `mine`: the person has shown that it is theirs; `news`: of these they chose it for
 * news; `work`: it is linked to the same employee, and what is work is `written` there.
 */
export type OwnChat = {
  channel: ChannelName;
  here: boolean;
  mine: boolean;
  news: boolean;
  work: 'none' | 'linked' | 'written';
};
/**
 * What joining this chat with the one that asked for a code comes to: it fits, or is of this very chat (`same`), of one
 * that is joined already, of one that speaks as another employee (`staff`), or of none. `tried`: as of a `CodeLook`.
 */
export type PairingLook = {
  is: 'fits' | 'same' | 'joined' | 'staff' | 'no';
  from: ChannelName | null;
  tried: string[];
};
/** Somebody of the staff, as a personnel officer sees them before handing over a code. */
export type CodeHolder = { name: string; unit: string };
/** The employee a chat speaks as, by the personnel file; `since`: the local day of the link. */
export type StaffRecord = { name: string; position: string; unit: string; since: string };
export type ReportLine = { ticket: string; category: string; state: string; received: string };

/** What a timeline tells of: the filing itself, and what was done since. */
export type EventAction = 'received' | ReportAction;

/** A report as its reporter, a follower or a stranger may see it; `words` only to the reporter. */
export type ReportView = ReportLine & {
  state: ReportState;
  seenBy: 'reporter' | 'follower' | 'stranger';
  unit: string;
  place: string | null;
  words: string | null;
  due: string;
  /** The day that is counted on now, after pauses and plans: of the first answer, and once `answered` of the end; while the reporter is asked, as if they answered today. */
  promise: string;
  answered: boolean;
  /** What this person may do with it now. */
  may: ReportAction[];
  /** To the reporter: the question that is open, and what the office said last. */
  question: string | null;
  answer: { on: string; words: string } | null;
  sharesPhone: boolean;
  mayCall: boolean;
  confidential: boolean;
  open: boolean;
  events: { on: string; action: EventAction; blanks: { [name: string]: Json } }[];
  /** Whether the reporter lets everybody see their photos; left out where there are none that could be. */
  photos?: 'open' | 'closed';
  /** Only of the reporter's own sensitive report. */
  thread?: SensitiveThread;
};

/** A sensitive report's thread as its reporter may open it: behind a PIN where one is set; what officers wrote, oldest first, and the photos they sent last. */
export type SensitiveThread = {
  pin: PinGuard | null;
  said: { on: string; words: string }[];
  media: { id: string; kind: MediaKind }[];
};

/** A report as an employee works on it. What the permission table keeps from them is null or left out. */
export type CaseView = {
  ticket: string;
  category: string;
  state: ReportState;
  /** The office it lies with: code and name. */
  office: string;
  unit: string;
  confidential: boolean;
  sensitive: boolean;
  words: string | null;
  place: string | null;
  point: { lat: number; lon: number } | null;
  media: { id: string; kind: MediaKind; after: boolean }[];
  /** The name of whoever wrote, in this ticket only. */
  alias: Alias;
  phone: string | null;
  received: string;
  /** The day the citizen counts on now, how often it was moved, and whether an answer was given yet. */
  due: string;
  extensions: number;
  answered: boolean;
  /** Why the citizen may not be asked again. */
  noAsking: 'asked_twice' | 'days_used_up' | null;
  /** Who of the office took it, and whether that is the one who looks. */
  taker: string | null;
  mine: boolean;
  may: ReportAction[];
  mayNote: boolean;
  mayApprove: boolean;
  /** The words that passed between citizen and office, oldest first. */
  said: { on: string; by: Actor; action: EventAction; words: string | null; date: string | null }[];
  notes: { on: string; by: string; words: string }[];
};

/** One row of `/tiket`. `due`: the day that is counted on; `late`: it has passed. */
export type CaseLine = {
  ticket: string;
  category: string;
  state: ReportState;
  due: string;
  late: boolean;
  mine: boolean;
  taken: boolean;
};

/** The office an employee belongs to, and what the table needs to know of them. */
export type StaffDesk = { office: string; unit: string; kind: string; roles: string[] };

/**
 * A service as whoever wants to rate it needs it. `place`: the counter, where it has a name; `own`: the person works in that
 * office; `ends`: the last local day of the survey period, in which it counts once.
 */
export type Ratable = {
  code: string;
  name: string;
  unit: string;
  place: string | null;
  own: boolean;
  rated: boolean;
  ratedQuickly: boolean;
  ends: string;
};

/** The index of a service (two decimals with a point) as it stood on a local day, and from how many people. */
export type SurveyFigure = { ikm: string; grade: Grade; respondents: number; on: string };

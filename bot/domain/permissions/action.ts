/** Whatever a person may want with one report: to see part of it, to work on it, to answer for it. */
export const caseActions = [
  'see-status',
  'see-text',
  'see-place',
  'see-photos',
  'see-phone',
  /** Who wrote, behind the alias. */
  'see-identity',
  'be-notified',
  'verify',
  /** *Disposisi*: from the coordinator to an office. */
  'forward',
  /** Take it, and give it to somebody of the unit. */
  'accept',
  /** Back to the coordinator. */
  'return',
  'ask-citizen',
  'answer',
  'new-date',
  'finish',
  'not-ours',
  'archive',
  'merge',
  /** Let the public read a text or see a photo. */
  'approve-public',
  /** Write or read the notes that never reach the citizen. */
  'note',
  /** Begin or stop to hear of somebody else's report; where it is refused, the report is no candidate for *Ikut dikabari* either. */
  'follow',
  /** Say more, or answer what the office asked. */
  'add',
  'confirm',
  'rate',
  'reopen',
  /** See its row, without text, in a list one works from: console, `/tiket`, `/cek`. Public pages ask for `see-status`. */
  'list',
  /** See a number it is part of. */
  'count',
  /** Take its row out of the house; that row holds no text. */
  'export',
  /** See who has read it. */
  'audit-read',
] as const;
export type CaseAction = (typeof caseActions)[number];

/** What is done to people and to the house; `own` is the person's own unit. */
export const houseActions = [
  /** The activation code that binds a chat to an employee. */
  'issue-person-code',
  /** The code that `/hubungkan` in a group of the office asks for. */
  'issue-group-code',
  'switch-office-on',
  /** What the agency decides about its survey: weight, period, order of questions. */
  'change-settings',
  'set-roster',
  /** `/cuti`. A stand-in takes over the unit's work, never a sensitive report: that is assigned by name. */
  'name-stand-in',
  /** Answer somebody who asked for an officer (`0`, `petugas`); own is the coordinator's office. */
  'answer-person',
  /** *Anda bilang, kami lakukan*: tell everybody what an office changed since people rated it. */
  'tell-change',
  /** Ask somebody further who rated a service low and said yes to it; own is the service's office (`skm/may-ask-rater.ts`). */
  'ask-rater',
  /** Employees, trainings, enrolments, completions, records, dates. */
  'import-people',
  /** Units, categories, holidays, services, regions, paper forms of the survey. */
  'import-city',
  /** See who learns what, by name: their hours, deadlines and certificates. */
  'see-training',
  /** *Sah* or *ditolak*, and taking it back; never one's own. */
  'verify-certificate',
  /** Register somebody for a training, or remind them kindly. */
  'enrol-others',
  /** Show the code by which people are present at a training. */
  'open-attendance',
  'export-training',
  'export-skm',
  'export-award',
  /** Name somebody for the award (`/usul`), and object to its provisional result; own and other are the nominee's unit. */
  'nominate',
  'object-award',
  /** Forward at most one nominee a category of the office that one heads. */
  'forward-nominee',
  /** See candidates with their evidence, judge and score them, answer objections (`/panitia`). */
  'judge-nominee',
  /** Open, close, tally and publish a cycle. */
  'run-award',
  /** The award's ballot; own and other are the candidate's unit, which is the cycle's own rule (`award.md`). */
  'vote',
  /** Learn in chat (`/belajar`): modules, exercises, repetition, the yearly self-check. */
  'learn',
  /** Add or withdraw modules and weekly cases, and keep the decree by which a module counts. */
  'write-modules',
  /** Let an exercise made from a solved report of the unit be used, or not. */
  'approve-exercise',
  /** See what a unit was proposed and how its figure stands after 30 and 90 days; own is also who answers it. */
  'see-coaching',
  'answer-coaching',
  /** Results per training, cost per JP and missing skills per unit, for those who plan. */
  'plan-training',
  'run-jobs',
  /** See codes and times of letters, send one again; bodies stay sealed. */
  'tend-outbox',
  'read-house-audit',
] as const;
export type HouseAction = (typeof houseActions)[number];

export const actions = [...caseActions, ...houseActions] as const;
export type Action = CaseAction | HouseAction;

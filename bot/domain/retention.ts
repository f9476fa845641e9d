/**
 * How long each thing is kept, in days after the event its rule names (`db/retention/`). Our proposal (UU 27/2022 art. 44
 * leaves the time to the controller); the archive schedule of the region (JRA) overrides.
 */
export const keepDays = {
  codes: 1,
  sentLetters: 7,
  jobRuns: 7,
  deadUpdates: 14,
  linkedMessages: 14,
  drafts: 30,
  messageKeys: 30,
  unsentLetters: 30,
  shown: 30,
  notices: 30,
  surveyMarks: 30,
  reporterLink: 90,
  ratingLink: 90,
  refusedCertificatePhoto: 90,
  handOver: 90,
  leftPhone: 90,
  photos: 365,
  reminders: 365,
  rosters: 365,
  surveyComments: 365,
  wishes: 365,
  reportText: 730,
  closingPhotos: 730,
  sensitiveLink: 730,
  audit: 730,
  quietContacts: 730,
  endedStaffLinks: 730,
  sensitive: 1825,
  surveyForms: 1825,
  exerciseAnswers: 365,
  selfCheck: 1095,
  award: 1825,
  trainingRecord: 1825,
  rights: 1825,
  consent: 1825,
  tombstones: 1825,
} as const;

/** A period as people say it: whole years where it is some, else days. */
export const spokenPeriod = (days: number): { count: number; unit: 'days' | 'years' } =>
  days % 365 === 0 ? { count: days / 365, unit: 'years' } : { count: days, unit: 'days' };

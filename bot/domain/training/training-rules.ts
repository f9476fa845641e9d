import type { AsnKind } from '../nip.ts';
import type { Jp } from './jp.ts';

/** How somebody serves; `other` (*honorer*) is no ASN. */
export type EmployeeKind = AsnKind | 'other';

/** What somebody's year is measured by: hours that are owed, hours that are the most, or nothing. */
export type JpDuty = { is: 'target'; jp: Jp } | { is: 'ceiling'; jp: Jp } | { is: 'none' };

/** A day of the year, `03-31`, and the part of the target that should be done by then, in percent. */
export type PaceMilestone = { on: string; percent: number };

/** What an agency may decide about hours. `most` and `oldestYears` bound what one certificate may say, against slips of the pen. */
export type TrainingRules = {
  minutesPerJp: number;
  duty: { readonly [kind in EmployeeKind]: JpDuty };
  pace: readonly PaceMilestone[];
  most: Jp;
  oldestYears: number;
};

/**
 * A PNS owes 20 JP a calendar year (PP 11/2017); for PPPK 24 JP are the most in a contract year (PP 49/2018, PerLAN
 * 15/2020; here taken by the calendar, as no file says when a contract began); one JP is 45 minutes (PerLAN 5/2018). Part-time
 * PPPK and people without ASN status have no known rule. The milestones, their even shares and the bounds are our proposal.
 */
export const usualTraining: TrainingRules = {
  minutesPerJp: 45,
  duty: {
    pns: { is: 'target', jp: 2000 },
    pppk: { is: 'ceiling', jp: 2400 },
    pppk_paruh_waktu: { is: 'none' },
    other: { is: 'none' },
  },
  pace: [
    { on: '03-31', percent: 25 },
    { on: '06-30', percent: 50 },
    { on: '09-30', percent: 75 },
    { on: '11-30', percent: 100 },
  ],
  most: 200_000,
  oldestYears: 50,
};

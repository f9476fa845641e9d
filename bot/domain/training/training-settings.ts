import type { AgencySettings } from '../agency.ts';
import type { Season } from '../duty-hours.ts';
import { type Milestones, startingMilestones } from '../reminding/milestones.ts';
import { type IpAsnRules, usualIpAsn } from './ip-asn-rules.ts';
import { type TrainingRules, usualTraining } from './training-rules.ts';

/**
 * What an agency decides about learning: rules of hours, when people are reminded, points of IP-ASN, hours of a season
 * (Ramadan), within how many days of the end a certificate is to be sent, and which offices' groups get no case of the week.
 */
export type TrainingSettings = {
  rules: TrainingRules;
  milestones: Milestones;
  ipAsn: IpAsnRules;
  seasons: readonly Season[];
  certificateDays: number;
  teamCase: NoTeamCase;
};

/** Who gets no case of the week: nobody does, or the offices named. */
export type NoTeamCase = 'off' | readonly string[];

/** What is kept of it: only what differs from the usual, part by part. */
export type OwnTrainingSettings = {
  rules?: Partial<TrainingRules>;
  milestones?: Partial<Milestones>;
  ipAsn?: Partial<IpAsnRules>;
  seasons?: readonly Season[];
  certificateDays?: number;
  teamCase?: NoTeamCase;
};

export const trainingOf = ({ training = {} }: Pick<AgencySettings, 'training'>): TrainingSettings => ({
  rules: { ...usualTraining, ...training.rules },
  milestones: { ...startingMilestones, ...training.milestones },
  ipAsn: { ...usualIpAsn, ...training.ipAsn },
  seasons: training.seasons ?? [],
  certificateDays: training.certificateDays ?? 14,
  teamCase: training.teamCase ?? [],
});

/** Whether the group of an office gets the case of the week. */
export const getsTeamCase = (none: NoTeamCase, office: string): boolean =>
  none !== 'off' && !none.includes(office);

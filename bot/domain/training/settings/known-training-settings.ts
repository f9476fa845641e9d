import type { OwnTrainingSettings, TrainingSettings } from '../training-settings.ts';
import { hourSettings } from './hour-settings.ts';
import { ipAsnSettings } from './ip-asn-settings.ts';
import type { KnownTrainingSetting } from './known-setting.ts';
import { paceSetting } from './pace-setting.ts';
import { newDateSetting, reminderSettings } from './reminder-settings.ts';
import { seasonSetting } from './season-setting.ts';
import { teamCaseSetting } from './team-case-setting.ts';

/** What an agency may decide about learning and reminders, each by its name. */
export const knownTrainingSettings = ({ milestones }: TrainingSettings): KnownTrainingSetting[] => [
  ...hourSettings,
  paceSetting,
  ...reminderSettings(milestones),
  seasonSetting,
  teamCaseSetting,
  ...ipAsnSettings,
];

/** The setting of a name; a kind of date has one as soon as somebody asks for it. */
export const trainingSetting = (name: string, now: TrainingSettings): KnownTrainingSetting | undefined =>
  knownTrainingSettings(now).find((known) => known.name === name) ?? newDateSetting(name);

/** What is kept with something decided anew; parts that nobody touched stay unwritten. */
export const withDecided = (own: OwnTrainingSettings, part: OwnTrainingSettings): OwnTrainingSettings => ({
  ...own,
  ...part,
  ...(part.rules && { rules: { ...own.rules, ...part.rules } }),
  ...(part.milestones && { milestones: { ...own.milestones, ...part.milestones } }),
  ...(part.ipAsn && { ipAsn: { ...own.ipAsn, ...part.ipAsn } }),
});

import type { AgencySettings } from '../../bot/domain/agency.ts';
import { type KnownSetting, knownSettings } from '../../bot/domain/skm/known-settings.ts';
import { surveyOf } from '../../bot/domain/skm/survey-settings.ts';
import type { KnownTrainingSetting, Unfit } from '../../bot/domain/training/settings/known-setting.ts';
import {
  knownTrainingSettings,
  trainingSetting,
} from '../../bot/domain/training/settings/known-training-settings.ts';
import { trainingOf } from '../../bot/domain/training/training-settings.ts';
import type { Database } from '../../db/database.ts';
import { changeSurvey } from '../../db/stores/survey-settings.ts';
import { changeTraining } from '../../db/stores/training/settings.ts';

/** One thing that an agency decides, whatever it is about: how it is said, and how it is decided anew for good. */
export type Decision = {
  name: string;
  allowed: string;
  said: (settings: AgencySettings) => string;
  decide: (
    database: Database,
    text: string,
    settings: AgencySettings,
  ) => Promise<{ settings: AgencySettings; changed: boolean } | Unfit>;
  follows?: string | undefined;
};

/** What follows from a change that the operator may not expect. */
const followsOfSurvey: { readonly [N in KnownSetting['name']]?: string } = {
  'skm.period': 'Whoever has rated a service already may rate it once more in the period that runs now.',
};

const ofSurvey = (known: KnownSetting): Decision => ({
  name: known.name,
  allowed: known.allowed,
  said: (settings) => known.said(surveyOf(settings)),
  decide: async ({ sql }, text, settings) => {
    const part = known.read(text, surveyOf(settings));
    if (!part) return 'shape';
    const changed = await changeSurvey(sql, part);
    return { settings: { ...settings, survey: { ...settings.survey, ...part } }, changed };
  },
  follows: followsOfSurvey[known.name],
});

const ofTraining = (known: KnownTrainingSetting): Decision => ({
  name: known.name,
  allowed: known.allowed,
  said: (settings) => known.said(trainingOf(settings)),
  decide: (database, text) =>
    changeTraining(database, (settings) => known.read(text, trainingOf(settings), settings)),
  follows: known.follows,
});

/** Everything that is decided by a setting, in the order in which it is listed. */
export const decisions = (settings: AgencySettings): Decision[] => [
  ...knownSettings.map(ofSurvey),
  ...knownTrainingSettings(trainingOf(settings)).map(ofTraining),
];

/** A name means the same for every agency, so that it is known to be wrong before any is asked. */
export const decisionNamed = (name: string): Decision | undefined => {
  const survey = knownSettings.find((known) => known.name === name);
  if (survey) return ofSurvey(survey);
  const training = trainingSetting(name, trainingOf({}));
  return training && ofTraining(training);
};

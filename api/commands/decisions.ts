import type { AgencySettings } from '../../bot/domain/agency.ts';
import { coachingOf } from '../../bot/domain/coaching/coaching-settings.ts';
import {
  type KnownCoachingSetting,
  knownCoachingSettings,
} from '../../bot/domain/coaching/known-coaching-settings.ts';
import {
  type KnownLinkedDeviceSetting,
  knownLinkedDeviceSettings,
  linkedDeviceOf,
} from '../../bot/domain/linked-device-settings.ts';
import { type KnownSetting, knownSettings } from '../../bot/domain/skm/known-settings.ts';
import { surveyOf } from '../../bot/domain/skm/survey-settings.ts';
import type { KnownTrainingSetting, Unfit } from '../../bot/domain/training/settings/known-setting.ts';
import {
  knownTrainingSettings,
  trainingSetting,
} from '../../bot/domain/training/settings/known-training-settings.ts';
import { trainingOf } from '../../bot/domain/training/training-settings.ts';
import type { Database } from '../../db/database.ts';
import { loadCity } from '../../db/reads/city.ts';
import { changeCoaching } from '../../db/stores/coaching/settings.ts';
import { changeLinkedDevice } from '../../db/stores/linked-device-settings.ts';
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

/** The first of some codes that no office has. */
const strangerAmong = async (database: Database, codes: readonly string[]): Promise<string | undefined> => {
  if (codes.length === 0) return undefined;
  const { units } = await loadCity(database, { publicUrl: '' });
  return codes.find((one) => !units.some(({ code }) => code === one));
};

const ofTraining = (known: KnownTrainingSetting): Decision => ({
  name: known.name,
  allowed: known.allowed,
  said: (settings) => known.said(trainingOf(settings)),
  decide: async (database, text) => {
    const stranger = await strangerAmong(database, known.offices?.(text) ?? []);
    if (stranger !== undefined) return { refused: `there is no office ${stranger}` };
    return changeTraining(database, (settings) => known.read(text, trainingOf(settings), settings));
  },
  follows: known.follows,
});

const ofCoaching = (known: KnownCoachingSetting): Decision => ({
  name: known.name,
  allowed: known.allowed,
  said: (settings) => known.said(coachingOf(settings)),
  decide: async ({ sql }, text, settings) => {
    const part = known.read(text);
    if (!part) return 'shape';
    const changed = await changeCoaching(sql, part);
    return { settings: { ...settings, coaching: { ...settings.coaching, ...part } }, changed };
  },
});

const ofLinkedDevice = (known: KnownLinkedDeviceSetting): Decision => ({
  name: known.name,
  allowed: known.allowed,
  said: (settings) => known.said(linkedDeviceOf(settings)),
  decide: async ({ sql }, text, settings) => {
    const part = known.read(text);
    if (!part) return 'shape';
    const changed = await changeLinkedDevice(sql, part);
    return { settings: { ...settings, linkedDevice: { ...settings.linkedDevice, ...part } }, changed };
  },
});

/** Everything that is decided by a setting, in the order in which it is listed. */
export const decisions = (settings: AgencySettings): Decision[] => [
  ...knownSettings.map(ofSurvey),
  ...knownCoachingSettings.map(ofCoaching),
  ...knownTrainingSettings(trainingOf(settings)).map(ofTraining),
  ...knownLinkedDeviceSettings.map(ofLinkedDevice),
];

/** A name means the same for every agency, so that it is known to be wrong before any is asked. */
export const decisionNamed = (name: string): Decision | undefined => {
  const survey = knownSettings.find((known) => known.name === name);
  if (survey) return ofSurvey(survey);
  const coaching = knownCoachingSettings.find((known) => known.name === name);
  if (coaching) return ofCoaching(coaching);
  const device = knownLinkedDeviceSettings.find((known) => known.name === name);
  if (device) return ofLinkedDevice(device);
  const training = trainingSetting(name, trainingOf({}));
  return training && ofTraining(training);
};

import type { Category } from './category.ts';
import type { CoachingSettings } from './coaching/coaching-settings.ts';
import type { LinkedDeviceSettings } from './linked-device-settings.ts';
import type { SurveySettings } from './skm/survey-settings.ts';
import type { OwnTrainingSettings } from './training/training-settings.ts';

/** The government that speaks: its names, its zone, and what a citizen may be told of it. */
export type Agency = {
  name: string;
  /** The name the service goes by ("Sapa Salatiga"). */
  service: string;
  prefix: string;
  zone: string;
  /** Languages offered; the first is the default. */
  locales: readonly string[];
  region: string;
  settings: AgencySettings;
};

export type AgencySettings = {
  contact: { address: string; phone: string; email: string; website: string };
  officeHours: readonly { days: readonly number[]; opens: string; closes: string }[];
  inspektorat: string;
  emergency: readonly { key: string; number: string; use: string }[];
  /** How to call for help without a voice. */
  emergencyText: { channel: string; address: string; use: string } | null;
  ombudsman: { name: string; representative: string; phone: string; website: string };
  notOurAuthority: readonly { key: string; label: string; office: string; phone: string | null }[];
  /** What the agency decided about its survey; see `surveyOf`. */
  survey?: Partial<SurveySettings>;
  /** What it decided about learning; see `trainingOf`. */
  training?: OwnTrainingSettings;
  /** When it offers help to an office; see `coachingOf`. */
  coaching?: Partial<CoachingSettings>;
  /** How much its linked device sends in a day; see `linkedDeviceOf`. */
  linkedDevice?: Partial<LinkedDeviceSettings>;
};

/**
 * An office, or a part of one (`parent`). `handles`: the kinds of office it stands for; `region`: the kecamatan it
 * serves, if it serves only one; `answers`: whether it already works in chat, which offices begin one by one.
 */
export type Unit = {
  code: string;
  name: string;
  handles: readonly string[];
  region: string | null;
  parent: string | null;
  answers: boolean;
};

/** Whether a report can be passed on to an office: it is one, and answers in chat. */
export const takesReports = (office: string, units: readonly Unit[]): boolean =>
  units.some(({ code, answers }) => answers && code === office);

/** A category as far as it says who answers for it. */
type Answered = Pick<Category, 'office'> & { unitCode?: string | null };

/** The office that sorts what no other office has yet. */
export const coordinatorOf = (units: readonly Unit[]): Unit | undefined =>
  units.find(({ handles }) => handles.includes('admin_koordinator'));

/**
 * The office that answers for a category: the one the city names, else the one of that kind (of several, the one that
 * serves the place), else the coordinator.
 */
export const unitFor = (category: Answered, units: readonly Unit[], region?: string): Unit => {
  const named = units.find(({ code }) => code === category.unitCode);
  if (named) return named;
  const kind = units.filter(({ handles }) => handles.includes(category.office));
  const local = region
    ? kind.find((unit) => unit.region !== null && region.startsWith(unit.region))
    : undefined;
  const found =
    local ??
    kind.find((unit) => unit.region === null) ??
    (kind.length === 1 ? kind[0] : undefined) ??
    coordinatorOf(units);
  if (!found) throw new Error('no office coordinates reports: load the city or import its units');
  return found;
};

/**
 * The office that gets a report of a category, and whether the report waits there for somebody to pass it on: while its
 * own office does not answer in chat yet, it lies with the coordinator. Never a sensitive one, which nobody but its own
 * office may read.
 */
export const officeFor = (
  category: Answered & Pick<Category, 'sensitive'>,
  units: readonly Unit[],
  region?: string,
): { unit: Unit; waits: boolean } => {
  const own = unitFor(category, units, region);
  const coordinator = coordinatorOf(units);
  return own.answers || category.sensitive !== 'none' || !coordinator || coordinator.code === own.code
    ? { unit: own, waits: false }
    : { unit: coordinator, waits: true };
};

/** The emergency number of that use (`darurat`, `sapa`, `polisi` …), or the first one the city has. */
export const emergencyNumber = (settings: AgencySettings, key: string): string =>
  (settings.emergency.find((one) => one.key === key) ?? settings.emergency[0])?.number ?? '112';

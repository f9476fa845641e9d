import type { AgencySettings } from '../../agency.ts';
import type { OwnTrainingSettings, TrainingSettings } from '../training-settings.ts';

/** Why a setting cannot become what was typed; `shape`: it is not written as `allowed` says. */
export type Unfit = { refused: string } | 'shape';

/** A decision about learning as an operator types it; `said` gives it in the shape in which it is read. */
export type KnownTrainingSetting = {
  name: string;
  /** What it may be, in words. */
  allowed: string;
  read: (
    text: string,
    now: TrainingSettings,
    agency: Pick<AgencySettings, 'officeHours'>,
  ) => OwnTrainingSettings | Unfit;
  said: (now: TrainingSettings) => string;
  /** What follows from a change that the operator may not expect. */
  follows?: string;
  /** Codes of offices that a text names, each of which must be one. */
  offices?: (text: string) => readonly string[];
};

/** Whether something cannot be set. */
export const isUnfit = <T extends object>(read: T | Unfit): read is Unfit =>
  read === 'shape' || 'refused' in read;

/** A whole number from `least` to `most`, or nothing. */
export const readWhole = (text: string, least: number, most: number): number | undefined => {
  const number = /^-?\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
};

/** Pairs as `03-31:25,06-30:50`; `undefined` where one is none, or one key stands there twice. */
export const readPairs = (text: string): ReadonlyMap<string, string> | undefined => {
  const pairs = text.split(',').map((pair) => pair.split(/[:=]/).map((side) => side.trim()));
  const map = new Map(pairs.map(([key = '', value = '']) => [key, value]));
  return pairs.every((pair) => pair.length === 2 && pair.every(Boolean)) && map.size === pairs.length
    ? map
    : undefined;
};

import { type KnownSetting, knownSettings } from '../../bot/domain/skm/known-settings.ts';
import { type SurveySettings, surveyOf } from '../../bot/domain/skm/survey-settings.ts';
import { loadCity } from '../../db/reads/city.ts';
import { changeSurvey } from '../../db/stores/survey-settings.ts';
import type { Opened } from '../open.ts';
import { operatorCommand } from './operator-command.ts';
import { done, type Outcome, refused, wrongUsage } from './outcome.ts';
import { settings, withDatabase } from './with-database.ts';

const surveyIn = async ({ database }: Pick<Opened, 'database'>): Promise<SurveySettings> =>
  surveyOf((await loadCity(database, { publicUrl: '' })).agency.settings);

const lineOf = (setting: KnownSetting, now: SurveySettings) => ({
  name: setting.name,
  value: setting.said(now),
  allowed: setting.allowed,
});

const table = (lines: readonly ReturnType<typeof lineOf>[]): string => {
  const rows = [
    ['NAME', 'VALUE', 'MAY BE'],
    ...lines.map(({ name, value, allowed }) => [name, value, allowed]),
  ];
  const widths = [0, 1].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')).join('\n');
};

/** The job `refresh-city` reads the city anew. */
const noticed = 'A running service notices within a minute.';

/** What follows from a change that the operator may not expect. */
const follows: { readonly [N in KnownSetting['name']]?: string } = {
  'skm.period': 'Whoever has rated a service already may rate it once more in the period that runs now.',
};

const set = async (setting: KnownSetting, value: string, opened: Opened): Promise<Outcome> => {
  const before = await surveyIn(opened);
  const part = setting.read(value.trim(), before);
  if (!part) return refused(`${setting.name} may be ${setting.allowed}, not ${value}.`);
  const changed = await changeSurvey(opened.database.sql, part);
  const line = lineOf(setting, { ...before, ...part });
  const words = changed
    ? [`${setting.name} is now ${line.value}.`, noticed, follows[setting.name]]
    : [`${setting.name} was ${line.value} before.`];
  return done(words.filter(Boolean).join(' '), { ...line, changed });
};

/** Lists what the agency has decided about its survey, or decides one thing anew. */
export const settingCommand = operatorCommand(
  {
    name: 'setting',
    description: 'List the settings of the survey (SKM), or change one',
    asks: 'change-settings',
  },
  {
    name: {
      type: 'positional',
      required: false,
      description: knownSettings.map(({ name }) => name).join(', '),
    },
    value: { type: 'positional', required: false, description: 'What it becomes; without it, what it is' },
  },
  async ({ name, value }) => {
    const setting = knownSettings.find((known) => known.name === name);
    if (name !== undefined && !setting)
      return wrongUsage(
        `There is no setting ${name}: ${knownSettings.map((known) => known.name).join(', ')}.`,
      );
    return withDatabase(settings(), async (opened) => {
      if (setting && value !== undefined) return set(setting, value, opened);
      const now = await surveyIn(opened);
      if (setting) return done(setting.said(now), lineOf(setting, now));
      const lines = knownSettings.map((known) => lineOf(known, now));
      return done(table(lines), lines);
    });
  },
);

import type { AgencySettings } from '../../bot/domain/agency.ts';
import { isUnfit } from '../../bot/domain/training/settings/known-setting.ts';
import { loadCity } from '../../db/reads/city.ts';
import type { Opened } from '../open.ts';
import { type Decision, decisionNamed, decisions } from './decisions.ts';
import { operatorCommand } from './operator-command.ts';
import { done, type Outcome, refused, wrongUsage } from './outcome.ts';
import { settings, withDatabase } from './with-database.ts';

const settingsIn = async ({ database }: Pick<Opened, 'database'>): Promise<AgencySettings> =>
  (await loadCity(database, { publicUrl: '' })).agency.settings;

const lineOf = (decision: Decision, now: AgencySettings) => ({
  name: decision.name,
  value: decision.said(now),
  allowed: decision.allowed,
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

const set = async (
  decision: Decision,
  value: string,
  { database }: Opened,
  now: AgencySettings,
): Promise<Outcome> => {
  const { name, allowed, follows } = decision;
  const decided = await decision.decide(database, value.trim(), now);
  if (decided === 'shape') return refused(`${name} may be ${allowed}, not ${value}.`);
  if (isUnfit(decided)) return refused(`${name} cannot be ${value}: ${decided.refused}.`);
  const line = lineOf(decision, decided.settings);
  const words = decided.changed
    ? [`${name} is now ${line.value}.`, noticed, follows]
    : [`${name} was ${line.value} before.`];
  return done(words.filter(Boolean).join(' '), { ...line, changed: decided.changed });
};

/** Lists what the agency has decided about its survey, learning and reminders, or decides one thing anew. */
export const settingCommand = operatorCommand(
  {
    name: 'setting',
    description: 'List the settings of the survey (SKM), of training and of reminders, or change one',
    asks: 'change-settings',
  },
  {
    name: {
      type: 'positional',
      required: false,
      description: 'As the list has it; reminders.date.KIND for any kind of date',
    },
    value: { type: 'positional', required: false, description: 'What it becomes; without it, what it is' },
  },
  async ({ name, value }) => {
    const decision = name === undefined ? undefined : decisionNamed(name);
    if (name !== undefined && !decision)
      return wrongUsage(`There is no setting ${name}: "npm run pendopo -- setting" lists them.`);
    return withDatabase(settings(), async (opened) => {
      const now = await settingsIn(opened);
      if (decision && value !== undefined) return set(decision, value, opened, now);
      if (decision) return done(decision.said(now), lineOf(decision, now));
      const lines = decisions(now).map((one) => lineOf(one, now));
      return done(table(lines), lines);
    });
  },
);

import { loadCity } from '../../db/reads/city.ts';
import { type OfficeLine, readOffices } from '../../db/reads/offices.ts';
import type { Opened } from '../open.ts';
import { operatorCommand } from './operator-command.ts';
import { done } from './outcome.ts';
import { settings, withDatabase } from './with-database.ts';

/** The offices of the loaded city, with who would hear of their reports. Throws `NoCity`. */
export const officesIn = async ({ database }: Pick<Opened, 'database'>): Promise<OfficeLine[]> =>
  readOffices(database, await loadCity(database, { publicUrl: '' }));

const table = (offices: readonly OfficeLine[]): string => {
  const rows = [
    ['CODE', 'ANSWERS', 'OFFICERS', 'GROUP', 'NAME'],
    ...offices.map(({ code, answers, officers, group, name }) => [
      code,
      answers ? 'on' : 'off',
      String(officers),
      group ? 'yes' : 'no',
      name,
    ]),
  ];
  const widths = [0, 1, 2, 3].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')).join('\n');
};

/** Which offices already answer in chat, and with whom. */
export const officesCommand = operatorCommand(
  { name: 'offices', description: 'Every office: on or off, officers with a linked chat, a group or none' },
  {},
  () =>
    withDatabase(settings(), async (opened) => {
      const offices = await officesIn(opened);
      return done(table(offices), offices);
    }),
);

import { jpText } from '../../../bot/domain/training/jp.ts';
import { moduleJp } from '../../../bot/domain/training/module-jp.ts';
import { listModules, type ModuleLine } from '../../../db/reads/modules/listed.ts';
import { operatorCommand } from '../operator-command.ts';
import { done } from '../outcome.ts';
import { settings, withDatabase } from '../with-database.ts';

/** The hours a module gives by now, in hundredths. */
const worthOf = ({ minutes, jp, decree }: ModuleLine) =>
  moduleJp({ minutes, approval: decree && { decree: decree.number, jp } });

const table = (modules: readonly ModuleLine[]): string => {
  const rows = [
    ['CODE', 'MINUTES', 'JP', 'BEGUN', 'PASSED', 'CERTIFICATES', 'TAUGHT', 'DECREE', 'TITLE'],
    ...modules.map((one) => [
      one.code,
      String(one.minutes),
      jpText(worthOf(one)),
      String(one.begun),
      String(one.passed),
      String(one.certificates),
      one.withdrawn ? 'no' : 'yes',
      one.decree?.number ?? '-',
      one.title,
    ]),
  ];
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row.map((cell, at) => (at < row.length - 1 ? cell.padEnd(widths[at] ?? 0) : cell)).join('  '),
    )
    .join('\n');
};

/** Which modules there are, what they give, and how many learnt them. */
export const listCommand = operatorCommand(
  {
    name: 'list',
    description: 'Every module: hours, decree, how many began, passed and hold a certificate',
    asks: 'write-modules',
  },
  {},
  () =>
    withDatabase(settings(), async ({ database }) => {
      const modules = await listModules(database.sql);
      if (modules.length === 0)
        return done('There are no modules yet: "modules add" takes the shipped ones.', []);
      return done(
        table(modules),
        modules.map(({ jp, decree, ...one }) => ({
          ...one,
          jp: jpText(worthOf({ ...one, jp, decree })),
          decree: decree?.number ?? null,
        })),
      );
    }),
);

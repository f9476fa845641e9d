import { say, type Text } from '../../../bot/conversation/reply.ts';
import { tongueOf } from '../../../bot/i18n/tongue.ts';
import { createHallClock } from '../../../db/clock.ts';
import type { KeptModule } from '../../../db/stores/modules/keep-modules.ts';
import { storageOf } from '../../media/index.ts';
import { addModules } from '../../modules/add-modules.ts';
import { operatorCommand } from '../operator-command.ts';
import { done } from '../outcome.ts';
import { settings, withDatabase } from '../with-database.ts';
import { filesArgs, gatherModules } from './gather.ts';

const saidOf = ({ title, is, withdrawn }: KeptModule): readonly Text[] => [
  say(`module.add.${is}`, { title }),
  ...(withdrawn ? [say('module.add.withdrawn', { title })] : []),
];

/** Takes modules and weekly cases into use, all or none: any fault is named as `check` names it, and nothing changes. */
export const addCommand = operatorCommand(
  {
    name: 'add',
    description: 'Take modules and weekly cases into use, new ones or in place of those with their codes',
    asks: 'write-modules',
    many: true,
  },
  filesArgs,
  async ({ _: typed, locale, json }) => {
    const gathered = await gatherModules(typed, { locale, json });
    if ('kind' in gathered) return gathered;
    const { fine, pictures } = gathered;
    const modules = fine.flatMap((one) => ('module' in one ? [one.module] : []));
    const cases = fine.flatMap((one) => ('cases' in one ? one.cases : []));
    const env = settings();
    return withDatabase(env, async (opened) => {
      const clock = createHallClock(opened.database);
      await clock.refresh();
      const storage = storageOf(env);
      const added = await addModules({ ...opened, storage }, { modules, cases, pictures }, clock.now());
      const team = { cases: cases.length, count: added.cases };
      const words = [
        ...added.modules.flatMap(saidOf),
        ...(cases.length > 0 ? [say('module.add.team', team)] : []),
      ];
      return done(words.map(tongueOf(locale).text).join('\n'), {
        modules: added.modules.map(({ code, is, withdrawn }) => ({ code, is, withdrawn })),
        cases: { given: cases.length, changed: added.cases },
      });
    });
  },
);

import { defineCommand } from 'citty';
import { activateCommand } from './activate.ts';
import { attendanceCommand } from './attendance.ts';
import { auditCommand } from './audit.ts';
import { awardCommand } from './award/index.ts';
import { exportCommand } from './export.ts';
import { forgetAgainCommand } from './forget-again.ts';
import { groupCodeCommand } from './group-code.ts';
import { importCommand } from './import.ts';
import { jobCommand } from './job.ts';
import { jobsCommand } from './jobs.ts';
import { migrateCommand } from './migrate.ts';
import { modulesCommand } from './modules/index.ts';
import { officeCommand } from './office.ts';
import { officesCommand } from './offices.ts';
import { outboxCommand } from './outbox.ts';
import { seedCommand } from './seed.ts';
import { settingCommand } from './setting.ts';
import { telegramCommand } from './telegram.ts';
import { whatsappCommand } from './whatsapp.ts';

/** Every command of the operator, as `--help` lists them. */
export const pendopo = defineCommand({
  meta: {
    name: 'npm run pendopo --',
    description:
      'Pendopo, for its operator. Every command takes --json; exit code 0 done, 1 refused, 2 wrong usage',
  },
  subCommands: {
    migrate: migrateCommand,
    seed: seedCommand,
    import: importCommand,
    export: exportCommand,
    activate: activateCommand,
    'group-code': groupCodeCommand,
    office: officeCommand,
    offices: officesCommand,
    setting: settingCommand,
    modules: modulesCommand,
    job: jobCommand,
    jobs: jobsCommand,
    attendance: attendanceCommand,
    award: awardCommand,
    outbox: outboxCommand,
    audit: auditCommand,
    'forget-again': forgetAgainCommand,
    telegram: telegramCommand,
    whatsapp: whatsappCommand,
  },
});

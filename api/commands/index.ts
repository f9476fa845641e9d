import { defineCommand } from 'citty';

/**
 * Every command of the operator, as `--help` lists them. Each is loaded when it is named: one needs a tenth of what all
 * of them need together.
 */
export const pendopo = defineCommand({
  meta: {
    name: 'npm run pendopo --',
    description:
      'Pendopo, for its operator. Every command takes --json; exit code 0 done, 1 refused, 2 wrong usage',
  },
  subCommands: {
    migrate: async () => (await import('./migrate.ts')).migrateCommand,
    seed: async () => (await import('./seed.ts')).seedCommand,
    import: async () => (await import('./import.ts')).importCommand,
    export: async () => (await import('./export.ts')).exportCommand,
    activate: async () => (await import('./activate.ts')).activateCommand,
    'group-code': async () => (await import('./group-code.ts')).groupCodeCommand,
    office: async () => (await import('./office.ts')).officeCommand,
    offices: async () => (await import('./offices.ts')).officesCommand,
    setting: async () => (await import('./setting.ts')).settingCommand,
    modules: async () => (await import('./modules/index.ts')).modulesCommand,
    job: async () => (await import('./job.ts')).jobCommand,
    jobs: async () => (await import('./jobs.ts')).jobsCommand,
    attendance: async () => (await import('./attendance.ts')).attendanceCommand,
    award: async () => (await import('./award/index.ts')).awardCommand,
    outbox: async () => (await import('./outbox.ts')).outboxCommand,
    audit: async () => (await import('./audit.ts')).auditCommand,
    backup: async () => (await import('./backup.ts')).backupCommand,
    restore: async () => (await import('./restore.ts')).restoreCommand,
    'forget-again': async () => (await import('./forget-again.ts')).forgetAgainCommand,
    telegram: async () => (await import('./telegram.ts')).telegramCommand,
    whatsapp: async () => (await import('./whatsapp.ts')).whatsappCommand,
  },
});

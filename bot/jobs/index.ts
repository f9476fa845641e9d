/** A timed job: its name, when it runs (cron, in the agency's zone), and what it does; it returns how much it did. Running one twice is harmless. */
export type Job = { name: JobName; cron: string; run: () => Promise<number> };

export const jobNames = [
  'deliver-outbox',
  'clean-photos',
  'nudge-drafts',
  'shuffle-survey',
  'forget',
  'answer-rights',
  'answer-people',
  'escalate-reports',
  'close-silent-reports',
  'weekly-digest',
  'coach-units',
  'survey-week',
  'team-case',
  'tell-changes',
  'watch-holidays',
  'remind-training',
  'award',
  'make-exercises',
  'refresh-city',
] as const;
export type JobName = (typeof jobNames)[number];

/** When each job runs. Nudges go out by day only; nothing is written to a person at night (`conversation.md` section 8). */
const times: { [name in JobName]: string } = {
  'deliver-outbox': '* * * * *',
  'clean-photos': '*/10 * * * * *',
  'nudge-drafts': '5 8-17 * * *',
  'shuffle-survey': '10 2 * * *',
  forget: '20 3 * * *',
  'answer-rights': '*/30 7-19 * * *',
  'answer-people': '*/30 * * * *',
  'escalate-reports': '*/15 7-17 * * *',
  'close-silent-reports': '5 7-17 * * *',
  'weekly-digest': '30 7-16 * * *',
  'coach-units': '35 7-16 * * *',
  'survey-week': '40 7-16 * * *',
  'team-case': '15 8-11 * * *',
  'tell-changes': '*/5 6-20 * * *',
  'watch-holidays': '0 8-15 * * *',
  'remind-training': '*/5 6-17 * * *',
  award: '* * * * *',
  'make-exercises': '50 2 * * *',
  'refresh-city': '* * * * *',
};

/** The table of jobs; the shell hands in what each one does. */
export const jobs = (work: { [name in JobName]: () => Promise<number> }): Job[] =>
  jobNames.map((name) => ({ name, cron: times[name], run: work[name] }));

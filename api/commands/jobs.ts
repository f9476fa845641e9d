import { type JobName, jobNames, jobs } from '../../bot/jobs/index.ts';
import { operatorCommand } from './operator-command.ts';
import { done } from './outcome.ts';

const rest = async () => 0;
const idle = Object.fromEntries(jobNames.map((name) => [name, rest])) as {
  [name in JobName]: () => Promise<number>;
};

/** Lists the jobs and when they run (cron, in the agency's zone); `job NAME` runs one. */
export const jobsCommand = operatorCommand({ name: 'jobs', description: 'List the timed jobs' }, {}, () => {
  const listed = jobs(idle).map(({ name, cron }) => ({ name, cron }));
  return done(listed.map(({ name, cron }) => `${name.padEnd(24)}${cron}`).join('\n'), listed);
});

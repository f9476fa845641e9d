import { defineCommand } from 'citty';
import { type Broadcast, broadcastView } from '../../db/reads/broadcast.ts';
import { type OutboxView, outboxView } from '../../db/reads/outbox.ts';
import { retryLetter } from '../../db/stores/retry.ts';
import { broadcastLine } from './broadcast-words.ts';
import { operatorCommand } from './operator-command.ts';
import { pauseCommand, resumeCommand } from './outbox-pause.ts';
import { watchCommand } from './outbox-watch.ts';
import { done, refused, wrongUsage } from './outcome.ts';
import { settings, withDatabase } from './with-database.ts';

const units = [
  { of: 86_400, name: 'd' },
  { of: 3_600, name: 'h' },
  { of: 60, name: 'min' },
] as const;

const age = (seconds: number): string => {
  const unit = units.find(({ of }) => seconds >= of);
  return unit ? `${Math.floor(seconds / unit.of)} ${unit.name}` : `${seconds} s`;
};

/** There is nothing to say of letters in bulk where none waits, went lately or is stopped. */
const isQuiet = ({ waiting, later, sentInHour, pausedSince }: Broadcast): boolean =>
  waiting + later + sentInHour === 0 && pausedSince === null;

const sentences = ({ counts, letters, setAside, shut }: OutboxView, bulk: Broadcast, zone: string): string =>
  [
    `${counts.waiting} waiting, ${counts.sending} being sent, ${counts.dead} dead, ${counts.setAside} messages set aside.`,
    ...(isQuiet(bulk) ? [] : [broadcastLine(bulk, new Date(), zone)]),
    ...shut.map(
      ({ channel, account, letters: many, people, ageSeconds }) =>
        `${channel}/${account}: ${many} for ${people} people wait outside the 24 hours in which they can be written to, the oldest for ${age(ageSeconds)}.`,
    ),
    ...letters.map(
      ({ id, state, channel, account, bulk, attempts, reason, ageSeconds, dueInSeconds }) =>
        `${String(id).padStart(8)}  ${state.padEnd(8)}${channel}/${account}${bulk ? ', bulk' : ''}, ${age(ageSeconds)} old, ${attempts} tries` +
        `${reason ? `, ${reason}` : ''}${dueInSeconds > 0 ? `, again in ${age(dueInSeconds)}` : ''}`,
    ),
    ...setAside.map(
      ({ key, channel, account, attempts, reason, ageSeconds }) =>
        `set aside ${key.slice(0, 8)}  ${channel}/${account}, ${age(ageSeconds)} ago, ${attempts} tries, ${reason}`,
    ),
    ...(counts.dead > 0 ? ['Try one again with "npm run pendopo -- outbox retry ID".'] : []),
  ].join('\n');

const list = operatorCommand(
  { name: 'list', description: 'What waits, what could not be sent and why (usual)', asks: 'tend-outbox' },
  {},
  () => {
    const env = settings();
    return withDatabase(env, async ({ database }) => {
      const [view, bulk] = await Promise.all([outboxView(database), broadcastView(database)]);
      return done(sentences(view, bulk, bulk.zone ?? env.AGENCY_TIMEZONE), { ...view, bulk });
    });
  },
);

const retry = operatorCommand(
  { name: 'retry', description: 'Try a dead letter again', asks: 'tend-outbox' },
  { id: { type: 'positional', required: true, description: 'Its number in the list' } },
  async ({ id: typed }) => {
    const id = Number(typed);
    if (!Number.isSafeInteger(id) || id < 1) return wrongUsage(`${typed} is not the number of a letter.`);
    return withDatabase(settings(), async ({ database }) => {
      const retried = await retryLetter(database, id);
      switch (retried.kind) {
        case 'waiting':
          return done(`Letter ${id} waits to be sent again.`, { id, state: 'waiting' });
        case 'missing':
          return refused(`There is no letter ${id}.`);
        case 'not dead':
          return refused(`Letter ${id} is not dead, it is ${retried.state}.`);
        default:
          return retried satisfies never;
      }
    });
  },
);

/** Letters that wait or died. */
export const outboxCommand = defineCommand({
  meta: {
    name: 'outbox',
    description: 'Letters that wait or could not be sent; try one again, stop those in bulk',
  },
  default: 'list',
  subCommands: { list, retry, pause: pauseCommand, resume: resumeCommand, watch: watchCommand },
});

import { sql } from 'drizzle-orm';
import type { Choice, Reply, Text } from '../../bot/conversation/reply.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import { type Listener, onDutyNow } from '../reads/listeners.ts';
import { type Thread, threadAlias, threadOf, wordsOf } from '../reads/survey-thread.ts';
import { askersOf } from '../reads/survey-thread-askers.ts';
import type { Seal } from '../sealed.ts';
import { addLetters } from './letter.ts';

const p = sql.placeholder;

const mark = prepared(sql`update skm_thread set told_at = ${p('at')} where number = ${p('number')}`);

const askButton = (number: string, key: 'button.ask-rater' | 'button.ask-more'): Choice => ({
  id: `go:skm-ask:${number}`,
  label: { key },
});

/** What officers get, as the talk stands: neither a score nor an answer, and who rated under an alias. */
const letterOf = (seal: Seal, thread: Thread, remind: boolean): Reply => {
  const { number, service, state } = thread;
  const { plant, number: nth } = threadAlias(seal, thread);
  const alias: Text = { key: 'alias', with: { plant: { literal: plant }, number: nth } };
  const blanks = { number, alias, label: { literal: service } };
  const about = `rater:${number}`;
  switch (state) {
    case 'open':
    case 'asked':
      return {
        text: { key: remind ? 'rater.remind' : 'rater.new', with: blanks },
        choices: [askButton(number, 'button.ask-rater')],
        about,
      };
    case 'answered': {
      const words = { literal: wordsOf(seal, number, thread.answered) ?? '' };
      return {
        text: { key: remind ? 'rater.remind-answer' : 'rater.answer', with: { ...blanks, words } },
        choices: [
          askButton(number, 'button.ask-more'),
          { id: `go:skm-done:${number}`, label: { key: 'button.case.finish' } },
        ],
        about,
      };
    }
    case 'closed':
      return { text: { key: 'rater.left', with: blanks } };
    default:
      return state satisfies never;
  }
};

/** Whoever took it, while they are there; else all who are, but that it is over concerns nobody else. */
const hearersOf = ({ state, taker }: Thread, there: readonly Listener[]): readonly Listener[] => {
  const took = there.filter(({ employee }) => employee === taker);
  return took.length > 0 || state === 'closed' ? took : there;
};

/** Nobody is left to hear that it is over. */
const concernsNobody = ({ state, taker }: Thread, askers: readonly Listener[]): boolean =>
  state === 'closed' && !askers.some(({ employee }) => employee === taker);

/**
 * Tells the officers on duty how a talk stands; while none of them is, it waits for the job that tells those who come.
 * Gives whether somebody heard.
 */
export const tellAskers = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { number, remind = false }: { number: string; remind?: boolean },
  now: Date,
): Promise<boolean> => {
  const thread = await threadOf(runner, number);
  if (!thread) return false;
  const askers = await askersOf(runner, city, thread);
  const hearers = hearersOf(thread, await onDutyNow(runner, city, now, askers));
  if (hearers.length === 0 && !concernsNobody(thread, askers)) return false;
  const say = letterOf(seal, thread, remind);
  await Promise.all([
    ...hearers.flatMap(({ contact }) => addLetters(runner, seal, contact, [{ say, lane: 'interactive' }])),
    mark(runner, { number, at: now.toISOString() }),
  ]);
  return hearers.length > 0;
};

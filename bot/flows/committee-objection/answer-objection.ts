import { fact, form } from '../../conversation/form.ts';
import { pick } from '../../conversation/questions/pick.ts';
import { words } from '../../conversation/questions/words.ts';
import { literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import { missingLetters } from '../../domain/award/missing-letters.ts';
import { isObjectionNumber } from '../../domain/award/result-number.ts';
import type { ObjectionCase, ObjectionFollows, ObjectionLine } from '../../domain/award/result-reads.ts';
import { short } from '../citizen/report/summary.ts';

type Outcome = 'upheld' | 'dismissed';
type Answers = { number: string; outcome: Outcome; words: string };
type Facts = { objection: ObjectionCase | null; waiting: ObjectionLine[] | null };

const whatText = ({ about, refused }: { about: 'record' | 'result'; refused: boolean }): Text => {
  if (about === 'result') return say('award-objection.about.result');
  return say(refused ? 'award-objection.about.refused' : 'award-objection.about.record');
};

const lineText = (line: ObjectionLine): Text =>
  say(line.late ? 'award-objection.line-late' : 'award-objection.line', {
    number: line.number,
    what: whatText(line),
    date: { date: line.by },
  });

const listShown = 8;

/** What waits: for this member, or too long for anybody. */
const list = (waiting: readonly ObjectionLine[]): Reply => {
  if (waiting.length === 0) return { text: say('award-objection.list-none') };
  const shown = waiting.slice(0, listShown);
  return {
    text: { join: [say('award-objection.list'), ...shown.map(lineText)], by: '\n' },
    choices: shown.map(({ number }) => ({ id: `go:award-objection:${number}`, label: literal(number) })),
  };
};

/** Why this one cannot be answered here. */
const refused = (objection: ObjectionCase | null): Reply | undefined => {
  if (!objection) return { text: say('award-objection.unknown') };
  const { number, answered, mine, by } = objection;
  if (answered)
    return {
      text: say('award-objection.answered', {
        number,
        name: answered.name ? literal(answered.name) : say('button.person'),
      }),
    };
  if (mine) return undefined;
  return { text: say('award-objection.late', { number, what: whatText(objection), date: { date: by } }) };
};

const followsText = (follows: ObjectionFollows): Text => {
  switch (follows) {
    case 'restarts':
      return say('award-objection.review.restarts');
    case 'again':
      return say('award-objection.review.again');
    case 'refused':
      return say('award-objection.review.refused');
    case 'record':
      return say('award-objection.review.record');
    case 'fixed':
      return say('award-objection.review.fixed');
    default:
      return follows satisfies never;
  }
};

const caseText = (objection: ObjectionCase): Text => {
  const what = whatText(objection);
  return say('award-objection.case', {
    number: objection.number,
    what: objection.name ? { join: [what, literal(`(${objection.name})`)], by: ' ' } : what,
    words: literal(objection.words),
    date: { date: objection.by },
  });
};

/** One of the two reviewers answers an objection in writing; the first answer counts. Without a number, what waits. */
export const answerObjection = form<Answers, Facts>({
  id: 'award-objection',
  work: true,
  starts: (argument) => (isObjectionNumber(argument.trim()) ? { number: argument.trim() } : {}),
  facts: {
    objection: fact<Answers, ObjectionCase | null, string>({
      of: ({ number }) => number,
      read: (reads, number) => reads.awardObjection(number),
    }),
    waiting: fact<Answers, ObjectionLine[] | null, true>({
      of: ({ number }) => (number === undefined ? true : undefined),
      read: (reads) => reads.waitingObjections(),
    }),
  },
  ends: ({ answers: { number }, facts: { objection, waiting } }) => {
    if (number === undefined)
      return { say: [waiting ? list(waiting) : { text: say('award-objection.unknown') }] };
    const no = objection === undefined ? undefined : refused(objection);
    return no && { say: [no] };
  },
  questions: ({ answers: { outcome }, facts: { objection } }) =>
    objection
      ? {
          outcome: pick<Outcome>(
            {
              text: caseText(objection),
              columns: 1,
              choices: [
                { id: 'upheld', label: say('button.award-objection.upheld') },
                { id: 'dismissed', label: say('button.award-objection.dismissed') },
                { id: 'cancel', label: say('button.cancel') },
              ],
            },
            { title: say('button.award-objection.how') },
          ),
          words: words(
            { text: say(`award-objection.words.${outcome ?? 'dismissed'}`) },
            { max: 1000, title: say('button.award-objection.reason') },
          ),
        }
      : {},
  check: ({ answers: { words: said }, facts: { objection } }) =>
    said !== undefined && objection && missingLetters(said, objection.least) > 0
      ? { words: say('award-object.short', { count: objection.least }) }
      : {},
  review: ({ answers: { outcome = 'dismissed', words: said = '' }, facts: { objection } }) => {
    if (!objection) return undefined;
    const text = say(`award-objection.review.${outcome}`, {
      number: objection.number,
      detail: literal(short(said)),
    });
    return {
      text: outcome === 'upheld' ? { join: [text, followsText(objection.follows)], by: '\n' } : text,
    };
  },
  finish: ({ answers: { outcome = 'dismissed', words: said = '' }, facts: { objection } }) =>
    objection
      ? {
          say: [{ text: say('award-objection.sent', { number: objection.number }) }],
          effects: [{ do: 'award.answer-objection', number: objection.number, outcome, words: said }],
        }
      : { say: [] },
});

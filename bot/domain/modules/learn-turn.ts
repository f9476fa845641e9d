import type { TrainingRules } from '../training/training-rules.ts';
import type { LearnPress } from './learn-press.ts';
import { cardScreen, firstScreen, type Showing, sceneScreen } from './learn-screen.ts';
import { type Learnt, resultOf, standing } from './learnt.ts';
import type { Module, Step } from './module.ts';
import type { LearnDeed, LearnLook } from './module-reads.ts';
import { stepMark } from './step-mark.ts';
import { walkOn } from './walk-case.ts';

/** A module in somebody's hands; `certificate`: the number of theirs, where they hold one. */
export type InHands = {
  module: Module;
  pictures: ReadonlyMap<string, string>;
  employee: number;
  learnt: Learnt;
  certificate: string | null;
};

/** What a press in the open step comes to; `undefined` where the step has no such choice. */
type Within = Pick<LearnLook, 'deed' | 'consequence' | 'screen'>;

const within = (step: Step, at: readonly number[], showing: Showing): Within | undefined => {
  const still: Within = { deed: null, consequence: null, screen: null };
  const over: Within = { ...still, deed: { is: 'step', step: step.id } };
  const [first, second] = at;
  switch (step.kind) {
    case 'card':
      if (first === undefined) return over;
      return first < step.parts.length ? { ...still, screen: cardScreen(step, first, showing) } : undefined;
    case 'question': {
      if (first === undefined || second !== undefined || first >= step.choices.length) return undefined;
      const right = first === step.right;
      const why = right ? step.whyRight : step.whyWrong;
      const { attempt } = showing;
      return {
        ...still,
        deed: {
          is: 'answer',
          question: step.id,
          choice: first,
          choices: step.choices.length,
          attempt,
          right,
          why,
        },
      };
    }
    case 'case': {
      const walk = first === undefined || second === undefined ? undefined : walkOn(step, first, second);
      if (!walk) return undefined;
      const { consequence, scene, ended } = walk;
      return { ...(ended ? over : still), consequence, screen: sceneScreen(step, scene, showing) };
    }
    default:
      return step satisfies never;
  }
};

/** How far somebody is after what they did. */
export const after = ({ done, answers, attempt }: Learnt, deed: LearnDeed): Learnt => {
  switch (deed.is) {
    case 'step':
      return { done: [...done, deed.step], answers, attempt };
    case 'answer':
      return { done, answers: { ...answers, [deed.question]: deed.choice }, attempt };
    case 'again':
      return { done: deed.from === 'start' ? [] : done, answers: {}, attempt: attempt + 1 };
    default:
      return deed satisfies never;
  }
};

/** Whether a press is of what stands open now. */
const fits = ({ module, learnt }: InHands, press: LearnPress): boolean => {
  if (press.does === 'open') return false;
  if (press.does === 'again') return press.attempt === learnt.attempt;
  const { next } = standing(module, learnt);
  return next !== undefined && stepMark(next, learnt.attempt) === press.mark;
};

const done = (hands: InHands, press: LearnPress): Within | undefined => {
  const { module, learnt } = hands;
  const { next } = standing(module, learnt);
  if (!fits(hands, press)) return undefined;
  if (press.does === 'again') {
    const { from, attempt } = press;
    return { deed: { is: 'again', from, attempt }, consequence: null, screen: null };
  }
  return press.does === 'go' && next
    ? within(next, press.at, { ...hands, attempt: learnt.attempt })
    : undefined;
};

/**
 * What a press comes to. It counts only in the step that is next, as it is written now; any other press is of something that is
 * over, changes nothing, and the next step is shown. A card and a new beginning lead on at once; an answer and the end of a case
 * stand alone, to be read, unless nothing is left and the result follows.
 */
export const learnTurn = (
  hands: InHands,
  press: LearnPress,
  rules?: Pick<TrainingRules, 'minutesPerJp'>,
): LearnLook => {
  const { module, learnt, certificate } = hands;
  const did = done(hands, press);
  const now = did?.deed ? after(learnt, did.deed) : learnt;
  const { next } = standing(module, now);
  const alone = did !== undefined && (did.screen !== null || did.deed?.is === 'answer');
  const shown = next && !alone ? firstScreen(next, { ...hands, attempt: now.attempt }) : null;
  return {
    module: module.code,
    title: module.title,
    old: press.does !== 'open' && did === undefined,
    deed: did?.deed ?? null,
    consequence: did?.consequence ?? null,
    screen: did?.screen ?? shown,
    result: next ? null : resultOf(module, now, certificate, rules),
  };
};

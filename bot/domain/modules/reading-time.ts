import type { Scene, Step } from './module.ts';

/** How fast a person reads on a phone between two counters, and thinks about a question. */
const wordsPerMinute = 130;
const secondsPerQuestion = 20;

const wordsIn = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const most = (numbers: readonly number[]): number => Math.max(0, ...numbers);

/** Words on the longest way through a case. What is known of a scene is kept; a way in a circle, which is a fault, ends there. */
const wordsFrom = (scenes: readonly Scene[], name: string, known = new Map<string, number>()): number => {
  const before = known.get(name);
  const scene = scenes.find((one) => one.name === name);
  if (before !== undefined || !scene) return before ?? 0;
  known.set(name, 0);
  const own = wordsIn([scene.text, ...scene.choices.map(({ label }) => label)].join(' '));
  const ways = scene.choices.map(
    ({ consequence, next }) => wordsIn(consequence) + wordsFrom(scenes, next, known),
  );
  const words = own + most(ways);
  known.set(name, words);
  return words;
};

const wordsOf = (step: Step): number => {
  switch (step.kind) {
    case 'card':
      return wordsIn(step.parts.join(' '));
    case 'question':
      return (
        wordsIn([step.ask, ...step.choices].join(' ')) +
        most([wordsIn(step.whyRight), wordsIn(step.whyWrong)])
      );
    case 'case':
      return wordsIn(step.title) + wordsFrom(step.scenes, step.scenes[0]?.name ?? '');
    default:
      return step satisfies never;
  }
};

/** Seconds that a module takes: all its words once, the longest way through a case, the longer explanation of each question. */
export const readingSeconds = (steps: readonly Step[]): number => {
  const words = steps.map(wordsOf).reduce((sum, one) => sum + one, 0);
  const questions = steps.filter(({ kind }) => kind === 'question').length;
  return Math.ceil((words * 60) / wordsPerMinute) + questions * secondsPerQuestion;
};

export const readingMinutes = (steps: readonly Step[]): number => Math.ceil(readingSeconds(steps) / 60);

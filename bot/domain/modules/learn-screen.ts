import { shownOrder } from './choice-order.ts';
import { goOn } from './learn-press.ts';
import type { Card, Module, Question, Scene, Step } from './module.ts';
import type { LearnChoice, LearnScreen, StepPlace } from './module-reads.ts';
import { walkCase } from './walk-case.ts';

/** With what a step is shown: whose turn it is decides the order of a question's choices. */
export type Showing = {
  module: Module;
  attempt: number;
  employee: number;
  pictures: ReadonlyMap<string, string>;
};

/** Which card, or which question, of how many. */
const placeOf = ({ steps }: Module, step: Step): StepPlace => {
  const alike = steps.filter(({ kind }) => kind === step.kind);
  return { nth: alike.indexOf(step) + 1, of: alike.length };
};

/** A message of a card; its picture stands before the first. */
export const cardScreen = (card: Card, part: number, { module, attempt, pictures }: Showing): LearnScreen => {
  const id = part === 0 && card.picture ? pictures.get(card.picture.file) : undefined;
  const last = part + 1 >= card.parts.length;
  return {
    is: 'card',
    ...placeOf(module, card),
    text: card.parts[part] ?? '',
    part: part + 1,
    parts: card.parts.length,
    picture: id && card.picture ? { id, alt: card.picture.alt } : null,
    next: goOn(module.code, card, attempt, last ? [] : [part + 1]),
  };
};

const questionScreen = (question: Question, { module, attempt, employee }: Showing): LearnScreen => ({
  is: 'question',
  ...placeOf(module, question),
  ask: question.ask,
  choices: shownOrder(question.choices.length, `${employee}|${question.id}|${attempt}`).map((place) => ({
    label: question.choices[place] ?? '',
    press: goOn(module.code, question, attempt, [place]),
  })),
});

/** A scene of a case, whose title stands above the first only. */
export const sceneScreen = (
  step: Extract<Step, { kind: 'case' }>,
  scene: Scene,
  { module, attempt }: Showing,
): LearnScreen => {
  const from = step.scenes.indexOf(scene);
  return {
    is: 'scene',
    title: from === 0 ? step.title : null,
    text: scene.text,
    choices: scene.choices.map(
      ({ label }, place): LearnChoice => ({ label, press: goOn(module.code, step, attempt, [from, place]) }),
    ),
  };
};

/** The first screen of a step. */
export const firstScreen = (step: Step, showing: Showing): LearnScreen => {
  switch (step.kind) {
    case 'card':
      return cardScreen(step, 0, showing);
    case 'question':
      return questionScreen(step, showing);
    case 'case':
      return sceneScreen(step, walkCase(step, []).scene, showing);
    default:
      return step satisfies never;
  }
};

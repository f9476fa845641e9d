import type { Case, Scene, SceneChoice } from './module.ts';

/** Where a walk through a case stands: the scene to show, and what the last choice led to. */
export type Walk = { scene: Scene; consequence: string | undefined; ended: boolean };

const standing = (scene: Scene, taken?: SceneChoice): Walk => ({
  scene,
  consequence: taken?.consequence,
  ended: scene.choices.length === 0,
});

/**
 * Follows the choices (places from 0) that somebody took. A choice that is no longer there, since the case was written
 * anew meanwhile, ends the following: the walk stands where it still made sense.
 */
export const walkCase = ({ scenes }: Pick<Case, 'scenes'>, taken: readonly number[]): Walk => {
  const [first] = scenes;
  if (!first) throw new RangeError('a case without a scene');
  let walk = standing(first);
  for (const place of taken) {
    const choice = walk.scene.choices[place];
    const next = choice && scenes.find(({ name }) => name === choice.next);
    if (!next) return walk;
    walk = standing(next, choice);
  }
  return walk;
};

/** Where a choice leads from a scene (both as places from 0); `undefined` for a choice that the scene has not. */
export const walkOn = (
  { scenes }: Pick<Case, 'scenes'>,
  from: number,
  place: number,
): (Walk & { consequence: string }) | undefined => {
  const choice = scenes[from]?.choices[place];
  const next = choice && scenes.find(({ name }) => name === choice.next);
  return next && { ...standing(next, choice), consequence: choice.consequence };
};

/** Every way through a case, as the choices taken. */
export const waysThrough = (
  one: Pick<Case, 'scenes'>,
  taken: readonly number[] = [],
): (readonly number[])[] => {
  const { scene, ended } = walkCase(one, taken);
  return ended ? [taken] : scene.choices.flatMap((_, place) => waysThrough(one, [...taken, place]));
};

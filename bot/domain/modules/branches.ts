import type { Note } from './module-faults.ts';
import type { ReadScene } from './read-case.ts';

/** Notes ways that lead to no scene, scenes that no way leads to, and ways that never end. */
export const judgeBranches = (scenes: readonly ReadScene[], note: Note): void => {
  const named = new Map(scenes.toReversed().map((scene) => [scene.name, scene]));
  const reached = new Set<string>();
  const done = new Set<string>();

  const walk = (scene: ReadScene, way: readonly string[]): void => {
    reached.add(scene.name);
    for (const { next, line } of scene.choices) {
      if (next === '') continue;
      const to = named.get(next);
      const from = [...way, scene.name].indexOf(next);
      if (!to) note(line, 'next-unknown', { label: next });
      else if (from >= 0) note(line, 'circle', { text: [...way, scene.name, next].slice(from).join(' → ') });
      else if (!done.has(next)) walk(to, [...way, scene.name]);
    }
    done.add(scene.name);
  };

  const [first, ...others] = scenes;
  if (first) walk(first, []);
  if (first && first.choices.length === 0) note(first.line, 'choices', { from: 2, to: 4 });
  for (const { name, line } of others) if (!reached.has(name)) note(line, 'scene-lost', { label: name });
};

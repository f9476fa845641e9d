import type { ModuleReads } from '../../../bot/domain/modules/module-reads.ts';
import type { City } from '../../../bot/ports.ts';
import type { Runner } from '../../prepared.ts';
import { lookAtModule } from './learn.ts';
import { learnShelf } from './shelf.ts';

/** What conversations may ask about modules. */
export const createModuleReads = (
  runner: Runner,
  city: () => City,
  { contact, now }: { contact: number; now: () => Date },
): ModuleReads => ({
  learnShelf: () => learnShelf(runner, city(), { contact, now: now() }),
  learn: (press) => lookAtModule(runner, city(), contact)(press),
});

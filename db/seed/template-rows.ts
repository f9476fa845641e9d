import type { template } from '../schema/index.ts';
import templatesJson from './data/templates.json' with { type: 'json' };
import type { TemplatesSeed } from './data/types.ts';

/** The sentences every office starts with; they belong to all. */
export const templateRows = (): (typeof template.$inferInsert)[] =>
  (templatesJson as TemplatesSeed).templates.map((one, sort) => ({ ...one, sort }));

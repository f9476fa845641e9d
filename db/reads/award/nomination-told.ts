import type { AwardNow } from '../../../bot/domain/award/award-now.ts';
import type { AwardTold } from '../../../bot/domain/award/nomination-reads.ts';

/** A cycle as a message tells of it, by its schedule as it stands now. */
export const toldOf = ({ cycle, standing, schedule }: AwardNow): AwardTold => ({
  title: cycle.title,
  standing,
  phases: schedule.phases.map((phase) => ({ ...phase })),
  categories: [...cycle.categories],
});

import type { OpenHall } from '../../hall.ts';

/**
 * Where a platform does not say which photos belong together, their one answer waits a moment: it is made due, and sent.
 * Whatever waits for longer than a few seconds goes on waiting.
 */
export const answerAlbums = async ({ database, deliver }: OpenHall): Promise<void> => {
  const due = await database.sql`
    update letter set not_before = now() where state = 'waiting' and not_before between now() and now() + interval '3 seconds'
    returning id`;
  if (due.length > 0) await deliver();
};

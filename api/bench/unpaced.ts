import type { Pace } from '../../bot/pace.ts';

/** The platforms' limits are not ours: here letters go out as fast as they are written. */
export const unpaced: Pace = { perChat: 1e6, burst: 1e6, bulk: 1e6, all: 1e6, perGroup: 1e6 };

import type { Post } from '../../bot/channels/telegram/send.ts';
import { type Pace, telegramPace } from '../../bot/pace.ts';

/** Telegram's pace in a time that runs so many times as fast: as many at once, so many times as many a second. */
export const hastenedPace = (speed: number): Pace => {
  const { perChat, bulk, all, perGroup } = telegramPace;
  return {
    ...telegramPace,
    perChat: perChat * speed,
    bulk: bulk * speed,
    all: all * speed,
    allAtOnce: all,
    perGroup: perGroup * speed,
  };
};

type Refused = { parameters?: { retry_after?: number } };

/** The same for the seconds that Telegram asks us to be silent; `early` counts calls that were made although that had been read. */
export const hastened = (post: Post, speed: number) => {
  let silentUntil = 0;
  let early = 0;
  const hastily: Post = async (url, ...call) => {
    if (performance.now() < silentUntil && !url.endsWith('/answerCallbackQuery')) early += 1;
    const answer = await post(url, ...call);
    const { parameters } = answer as Refused;
    if (parameters?.retry_after) {
      parameters.retry_after /= speed;
      silentUntil = Math.max(silentUntil, performance.now() + parameters.retry_after * 1000);
    }
    return answer;
  };
  return { post: hastily, early: () => early };
};

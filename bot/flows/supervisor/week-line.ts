import { literal, say, type Text } from '../../conversation/reply.ts';
import { hasWeekNews, type WeekChange, type WeekNews, weekNews } from '../../domain/week-change.ts';

const solvedText = (solved: WeekNews['solved']): Text[] => {
  if (solved === 'none') return [];
  if (solved === 'some') return [say('week-line.some')];
  const { count, timely, medianDays: days } = solved;
  const blanks = { count, days: Math.max(1, days) };
  return [timely === null ? say('week-line.solved', blanks) : say('week-line.timely', { ...blanks, timely })];
};

/** What changed for citizens last week because of an office, for everybody who serves there; nothing to tell: no line. */
export const weekLine = (change: WeekChange): Text | undefined => {
  const news = weekNews(change);
  if (!hasWeekNews(news)) return undefined;
  const { solved, score, done } = news;
  return {
    join: [
      ...solvedText(solved),
      ...(score === null
        ? []
        : [say('week-line.score', { value: (score / 100).toFixed(2).replace('.', ',') })]),
      ...(done === null ? [] : [say('week-line.done', { message: literal(done) })]),
    ],
    by: '\n',
  };
};

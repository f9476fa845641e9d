import { toldWinners } from '../../db/reads/award/winners.ts';
import type { Asked, Made } from '../exports/export-kind.ts';
import { sheetPng } from '../print/sheet-png.ts';
import { wordsIn } from '../print/words.ts';
import { storyDots, storySheet } from './story-sheet.ts';

/**
 * `export award-story`: a card of 1080 × 1350 for each winner of the newest decided cycle up to the period's year, of those who
 * agreed to have their story told.
 */
export const printStories = async ({ runner, city, period, locale }: Asked): Promise<Made> => {
  const winners = await toldWinners(runner, Number(period.until.slice(0, 4)));
  if (winners.length === 0)
    return { refused: 'No winner has agreed to have their story told, or nothing is decided yet.' };
  const { t } = wordsIn(locale);
  const files = winners.map(({ code, category, value, ...winner }, at) => ({
    name: `${code}-${category}-${at + 1}.png`,
    bytes: sheetPng(
      storySheet({
        ...winner,
        agency: city.agency.name,
        category: t(`award.category.${category}`),
        value: value && t(`award.value.${value}`),
        locale,
      }),
      storyDots,
    ),
  }));
  return {
    files,
    data: winners.map(({ code, category, name, unit }) => ({ cycle: code, category, name, unit })),
  };
};

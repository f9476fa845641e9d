import { elementName } from '../../bot/domain/skm/elements.ts';
import { hideSmall, smallGroup } from '../../bot/domain/skm/hide-small.ts';
import type { WeightConvention } from '../../bot/domain/skm/ikm.ts';
import type { SkmResult } from '../../bot/domain/skm/result.ts';
import { bandsWords } from '../print/bands-words.ts';
import { sampleWords } from '../print/sample-words.ts';
import type { Words } from '../print/words.ts';

/** The index with and without the forms in which something was odd; how many these are stays untold where they are few. */
const flagged = ({ respondents, index, withoutFlagged }: SkmResult, { t, decimal, whole }: Words): string => {
  if (!withoutFlagged || !index) return t('print.result.flagged.none');
  const odd = respondents - withoutFlagged.respondents;
  const { odd: shown } = hideSmall({ odd, rest: Math.max(respondents - odd, smallGroup) });
  return t('print.result.flagged.some', {
    count: typeof shown === 'number' ? whole(shown) : `< ${smallGroup}`,
    number: `${decimal(index.ikm)} (${index.grade})`,
    text: withoutFlagged.index
      ? `${decimal(withoutFlagged.index.ikm)} (${withoutFlagged.index.grade})`
      : t('print.result.flagged.nothing-left'),
  });
};

/** How the number came about, so that everybody can reckon it again: formula, weight, sample, and what was odd. */
export const methodLines = (result: SkmResult, convention: WeightConvention, words: Words): string[] => {
  const { t } = words;
  const blank = result.index?.unanswered ?? [];
  return [
    t('print.result.formula'),
    `${t(`print.result.weight.${convention}`)} ${t('print.result.bands', { list: bandsWords(words) })}`,
    ...(blank.length > 0
      ? [t('print.result.blank', { list: blank.map((element) => t(elementName(element))).join(', ') })]
      : []),
    sampleWords(result, words),
    ...(result.index ? [flagged(result, words)] : []),
  ];
};

import { smallGroup } from '../../bot/domain/skm/hide-small.ts';
import type { SkmResult } from '../../bot/domain/skm/result.ts';
import type { Words } from '../print/words.ts';

/** Why a figure is to be read with care; nothing where it stands on enough answers. */
export const caution = ({ respondents, needed }: SkmResult, { t, whole }: Words): string | undefined => {
  if (respondents === 0) return undefined;
  if (respondents < smallGroup) return t('print.result.few', { count: whole(respondents) });
  return needed !== null && respondents < needed
    ? t('print.result.sample.short', {
        count: whole(respondents),
        max: whole(needed),
        number: whole(needed - respondents),
      })
    : undefined;
};

import { hideSmall, smallGroup } from '../../bot/domain/skm/hide-small.ts';
import type { RespondentField } from '../../bot/domain/skm/survey-form.ts';
import type { TextKey } from '../../bot/i18n/keys.ts';
import type { Respondents } from '../../db/reads/skm-respondents.ts';
import type { Words } from '../print/words.ts';

/** A group that gives a small one away stands there without a number. */
const withheld = '–';

/** A block of respondents in one line, "L 171 · P 213", no group of fewer than five in it. `counted`: how many forms the result is from. */
export const groupsWords = <F extends 'sex' | 'education'>(
  field: F & RespondentField,
  { respondents, counted, words: { t, whole } }: { respondents: Respondents; counted: number; words: Words },
): string => {
  if (counted === 0) return withheld;
  if (respondents.forms < counted) return t('print.result.gone');
  const groups: { readonly [group: string]: number } = respondents.groups[field];
  if (Object.values(groups).every((people) => people === 0)) return t('print.result.unsaid');
  const shown = Object.entries(hideSmall(groups));
  if (shown.every(([, size]) => typeof size !== 'number'))
    return t('print.result.too-few', { count: smallGroup });
  return shown
    .map(([group, size]) =>
      t('print.result.group', {
        label: t(`print.result.${field}.${group}` as TextKey),
        count: size === 'small' ? `< ${smallGroup}` : size === 'hidden' ? withheld : whole(size),
      }).replaceAll(' ', '\u00a0'),
    )
    .join(' · ');
};

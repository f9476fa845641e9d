import { describe, expect, test } from 'vitest';
import { can as onTelegram } from '../../../channels/telegram/can.ts';
import { can as onCloud } from '../../../channels/whatsapp-cloud/can.ts';
import { fit as asShown } from '../../../conversation/fit.ts';
import { elements } from '../../../domain/skm/elements.ts';
import { translate } from '../../../i18n/translate.ts';
import { elementQuestion } from './element-question.ts';

const shown = (element: (typeof elements)[number], can = onTelegram) =>
  asShown(elementQuestion(element, { nth: 1, count: 9 }).ask, can, (text) => translate('id', text));

describe('the four answers', () => {
  test.each(elements.filter((element) => element !== 'perilaku' && element !== 'pengaduan'))(
    'of %s stand two by two on Telegram',
    (element) => {
      expect(shown(element).rows.map((row) => row.length)).toEqual([2, 2]);
    },
  );

  test.each(['perilaku', 'pengaduan'] as const)(
    'of %s have a row each, where no phone cuts them',
    (element) => {
      expect(shown(element).rows.length).toBeGreaterThan(2);
    },
  );

  test.each(elements)('of %s are a list on the Cloud API, each whole', (element) => {
    const rows = shown(element, onCloud).list?.rows ?? [];
    expect(rows).toHaveLength(4);
    expect(rows.filter(({ title }) => title.endsWith('…'))).toEqual([]);
  });

  test('that are too long for a list have the official words below', () => {
    expect(shown('pengaduan', onCloud).list?.rows.slice(1, 3)).toEqual([
      { id: '2', title: 'Ada, tidak berfungsi', description: 'Ada tetapi tidak berfungsi' },
      { id: '3', title: 'Kurang maksimal', description: 'Berfungsi kurang maksimal' },
    ]);
  });
});

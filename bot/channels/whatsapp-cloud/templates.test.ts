import { describe, expect, test } from 'vitest';
import { createGraphEmulator } from './emulator/index.ts';
import { template } from './template.ts';
import { templateDrafts } from './template-drafts.ts';
import { templateFor } from './templates.ts';

const number = {
  phoneNumberId: '1001',
  displayNumber: '62 298 700 1001',
  token: 'EAAuji',
  appSecret: 'rahasia',
  verifyToken: 'cocok',
};

const none = (_name: string, _language: string): boolean => false;
const named = (about: string | undefined, locale: string, missing = none) => {
  const found = templateFor(about, locale, missing);
  return found && `${found.name} ${found.language} ${JSON.stringify(found.params)}`;
};

describe('a template', () => {
  test.each([
    ['report:SLT-7K4PQ2', 'id', 'kabar_laporan id {"ticket":"SLT-7K4PQ2"}'],
    ['report:SLT-7K4PQ2', 'en', 'kabar_laporan en {"ticket":"SLT-7K4PQ2"}'],
    ['report:SLT-7K4PQ2', 'jv', 'kabar_laporan id {"ticket":"SLT-7K4PQ2"}'],
    ['case:SLT-7K4PQ2', 'min', 'kabar_tugas id {"ticket":"SLT-7K4PQ2"}'],
    [undefined, 'en', 'kabar_umum en {}'],
    ['handover:B-7K4PQ2', 'id', 'kabar_umum id {}'],
  ])('announces a letter about %s to a reader of %s', (about, locale, wanted) => {
    expect(named(about, locale)).toBe(wanted);
  });

  test('falls back to Indonesian where it is not approved, and is none where nothing is', () => {
    expect(named(undefined, 'en', (_: string, language: string) => language === 'en')).toBe(
      'kabar_umum id {}',
    );
    expect(named(undefined, 'en', () => true)).toBeUndefined();
  });

  test('is taken as it is submitted, and every call of ours fits what was approved', async () => {
    const emulator = createGraphEmulator({ numbers: [number], statuses: false });
    const sri = emulator.phone({ name: 'Sri', waId: '6281200000501' });
    for (const { name, language, components } of templateDrafts) {
      const [{ text: body }, { buttons }] = components;
      emulator.approve({
        name,
        language,
        category: 'utility',
        body,
        buttons: buttons.map(({ text }) => ({ type: 'quick_reply', text })),
      });
    }
    const to = { channel: 'whatsapp-cloud', account: '1001', id: '6281200000501' } as const;
    for (const about of ['report:SLT-7K4PQ2', 'case:SLT-7K4PQ2', undefined])
      for (const locale of ['id', 'en']) {
        const call = templateFor(about, locale, none);
        if (!call) throw new Error('no template');
        expect(await emulator.call(template(to, call).body)).toMatchObject({ status: 200 });
        expect(sri.last()).toMatchObject({ template: call.name, buttons: [{ id: 'go:news-waiting' }] });
        expect(sri.last()?.text).not.toMatch(/[{}]/);
      }
    emulator.close();
  });
});

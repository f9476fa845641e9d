import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fit as asShown } from '../../conversation/fit.ts';
import { renderings } from '../../conversation/testing/renderings.ts';
import { readTeamCases, type TeamCase } from '../../domain/modules/team-case.ts';
import { withoutMarks } from '../../i18n/marks.ts';
import { spoken } from '../../i18n/testing.ts';
import { translate } from '../../i18n/translate.ts';
import { caseReply, endingReply } from './team-case-news.ts';

const file = new URL('../../../db/seed/data/modules/kasus-mingguan.md', import.meta.url);
const read = readTeamCases(readFileSync(file, 'utf8'));
if ('faults' in read) throw new Error(JSON.stringify(read.faults));

const times = (text: string, most: number) => text.repeat(most).slice(0, most).trim();

/** As long in every part as a file may have it. */
const longest: TeamCase = {
  id: 'terpanjang',
  title: times('Judul panjang ', 64),
  value: 'berorientasi_pelayanan',
  text: times('Warga & pegawai <bicara>. ', 480),
  choices: Array.from({ length: 4 }, (_, nth) => ({
    label: times(`Pilihan ${nth} `, 80),
    consequence: times(`Akibat ${nth} `, 400),
  })),
  discuss: times('Apa yang bisa kita siapkan? ', 400),
};
const cases = [...read.cases, longest];

describe.each(Object.entries(renderings))('a case of the week on %s', (_, { can, show }) => {
  test.each(cases.map((one) => [one.title, one] as const))('“%s” is one message, whole', async (_, one) => {
    for (const locale of spoken)
      for (const reply of [caseReply(one, { ends: '2026-11-26', isFirst: true }), endingReply(one)]) {
        const shown = asShown(reply, can, (text) => translate(locale, text));
        const { text } = await show(shown);
        const bare = text.replace(/[*_`]/g, '');
        for (const { label } of one.choices) expect(bare).toContain(label);
        expect(bare).toContain(one.discuss);
        expect(translate(locale, reply.text).length).toBeLessThan(can.textMax);
      }
  });
});

test('the letters of a case and of its ending stand for the same choices, and no letter is always the good one', () => {
  const linesOf = (text: string) => withoutMarks(text).match(/^[A-D]\. .*$/gm) ?? [];
  const firsts = read.cases.map((one) => {
    const asked = linesOf(translate('id', caseReply(one, { ends: '2026-11-26', isFirst: false }).text));
    expect(linesOf(translate('id', endingReply(one).text))).toEqual(asked);
    return one.choices.findIndex(({ label }) => asked[0] === `A. ${label}`);
  });
  expect(new Set(firsts)).toEqual(new Set([0, 1]));
});

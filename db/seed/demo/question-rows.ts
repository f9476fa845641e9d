import type { Agency } from '../../../bot/domain/agency.ts';
import { addCalendarDays, type LocalDate } from '../../../bot/domain/local-date.ts';
import type { knownAnswer } from '../../schema/index.ts';
import questionsJson from '../data/questions.json' with { type: 'json' };
import type { QuestionsSeed } from '../data/types.ts';

const { questions } = questionsJson as QuestionsSeed;

type Office = { code: string; name: string; handles: readonly string[]; phone: string | null };

const days = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];

const hoursOf = ({ settings }: Pick<Agency, 'settings'>): string =>
  settings.officeHours
    .map(({ days: open, opens, closes }) => {
      const names = [open[0], open.at(-1)].map((day) => days[(day ?? 0) % 7]);
      return `${[...new Set(names)].join('–')} ${opens}–${closes}`;
    })
    .join('; ');

/** What stands in the blanks of every answer, from the city's own data. */
const blanksOf = (agency: Pick<Agency, 'name' | 'service' | 'settings'>): Map<string, string> => {
  const { contact, emergency, ombudsman, notOurAuthority } = agency.settings;
  const number = (key: string) => emergency.find((one) => one.key === key)?.number ?? '112';
  return new Map([
    ['agency', agency.name],
    ['service', agency.service],
    ['phone', contact.phone],
    ['website', contact.website],
    ['hours', hoursOf(agency)],
    ['emergency', number('darurat')],
    ['police', number('polisi')],
    ['fire', number('pemadam')],
    ['ambulance', number('ambulans')],
    ['ombudsman', ombudsman.name],
    ['ombudsman_phone', ombudsman.phone],
    ...notOurAuthority.flatMap(({ key, office, phone }): [string, string][] => [
      [key, office],
      ...(phone ? [[`${key}_phone`, phone] as [string, string]] : []),
    ]),
  ]);
};

/**
 * What the demo's city has checked, invented: each answer with the office of its kind, whose name and number stand in it.
 * They were checked in the weeks before `today`. Throws on a blank that the city cannot fill.
 */
export const questionRows = (
  agency: Pick<Agency, 'name' | 'service' | 'settings'>,
  units: readonly Office[],
  today: LocalDate,
): (typeof knownAnswer.$inferInsert)[] => {
  const common = blanksOf(agency);
  return questions.map(({ code, office: kind, question, answer, keywords }, nth) => {
    const office = units.find(({ handles }) => kind !== null && handles.includes(kind));
    const own = new Map([
      ...common,
      ...(office
        ? ([
            ['office', office.name],
            ['office_phone', office.phone ?? agency.settings.contact.phone],
          ] as const)
        : []),
    ]);
    const filled = (text: string) =>
      text.replace(/\{(\w+)\}/g, (_, blank: string) => {
        const value = own.get(blank);
        if (value === undefined) throw new Error(`${code}: nothing for {${blank}}`);
        return value;
      });
    return {
      code,
      unitCode: office?.code ?? null,
      question: filled(question),
      answer: filled(answer),
      keywords: keywords.map((word) => filled(word).toLowerCase()),
      checkedOn: addCalendarDays(today, -2 - ((nth * 5) % 23)),
    };
  });
};

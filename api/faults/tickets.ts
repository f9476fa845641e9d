import type { Citizen } from './citizen.ts';
import type { Town } from './town.ts';

/** The tickets in the database by the words of their report; a report that was filed twice has two. */
export const ticketsByWords = async ({
  database,
}: Pick<Town, 'database'>): Promise<Map<string, string[]>> => {
  const rows = await database.sql<
    { words: string; ticket: string }[]
  >`select words, ticket from report order by id`;
  const found = new Map<string, string[]>();
  for (const { words, ticket } of rows) found.set(words, [...(found.get(words) ?? []), ticket]);
  return found;
};

/** Messages of the bot that stand on a phone more than once, word for word. */
export const doubledOn = ({ phone }: Citizen): number => {
  const texts = phone
    .messages()
    .filter(({ from }) => from === 'bot')
    .map(({ text }) => text);
  return texts.length - new Set(texts).size;
};

/** What went wrong with people's reports, in words; nothing when each holds the one ticket of their own words. */
export const wrongs = async (town: Pick<Town, 'database'>, people: readonly Citizen[]): Promise<string[]> => {
  const filed = await ticketsByWords(town);
  const faults = people.flatMap(({ phone, words, ticket, standing }): string[] => {
    const own = filed.get(words) ?? [];
    const who = `${phone.person.firstName}, standing at ${standing()}`;
    if (own.length > 1) return [`${who}: filed ${own.length} times`];
    if (own.length === 0) return [`${who}: nothing filed`];
    return ticket() === own[0] ? [] : [`${who}: holds ${ticket() ?? 'no ticket'}`];
  });
  const extra = [...filed.values()].flat().length - people.length;
  return extra === 0 ? faults : [...faults, `${extra} tickets more than people`];
};

/** How things stand, for whoever must find out why a town stands still. */
export const standOf = async (town: Town, people: readonly Citizen[]): Promise<string> => {
  const letters = await town.database.sql`
    select state, attempts, failure, count(*)::int as count from letter where state <> 'sent' group by 1, 2, 3`;
  const aside = await town.database.sql`select reason, attempts from dead_update`;
  const stuck = people.filter(({ ticket }) => !ticket()).slice(0, 3);
  const calls = stuck.map(({ phone }) =>
    town.calls
      .filter(({ chat }) => chat === String(phone.person.id))
      .map(({ at, from, method, ok, params, result }) => [
        at,
        from,
        method,
        ok ? String(params.text).slice(0, 30) : result,
      ]),
  );
  const parts = [
    ...calls,
    await wrongs(town, people),
    town.emulator.stats,
    town.answers.slice(-20),
    letters,
    aside,
    town.open(),
  ];
  return [
    ...parts.map((part) => JSON.stringify(part)),
    ...town.processes.map(({ printed }) => printed()),
  ].join('\n');
};

const numbersIn = (text: string, shape: RegExp): string[] =>
  [...text.matchAll(shape)].map(([found]) => found);

/** Tickets and house numbers that stand on a phone and are not its owner's. */
export const crossTalk = (people: readonly Citizen[]): string[] =>
  people.flatMap(({ phone, words, ticket }) => {
    const house = numbersIn(words, /nomor \d+/g);
    const texts = phone.messages().flatMap(({ text }) => text);
    const strange = texts.flatMap((text) => [
      ...numbersIn(text, /nomor \d+/g).filter((found) => !house.includes(found)),
      ...numbersIn(text, /\b[A-Z]{2,5}-[0-9A-HJKMNP-TV-Z]{6}\b/g).filter((found) => found !== ticket()),
    ]);
    return strange.map((found) => `${phone.person.firstName} sees ${found}`);
  });

import type { Wanted } from '../../bot/domain/case.ts';
import { takeStep } from '../../db/stores/step.ts';
import type { TestHall } from './hall.ts';
import { linkStaff } from './staff.ts';

export const finish: readonly Wanted[] = [
  { action: 'accept' },
  { action: 'finish', given: { result: 'lampunya sudah diganti' } },
];
export const ask: readonly Wanted[] = [
  { action: 'accept' },
  { action: 'ask_citizen', given: { question: 'Tiang nomor berapa?' } },
];

/** An employee, of the Dinas Perhubungan unless said, who takes steps without a conversation; the news of them is delivered at once. */
export const officeSteps = async (
  house: TestHall,
  staff: NonNullable<Parameters<typeof linkStaff>[1]> = {},
): Promise<(ticket: string, ...steps: readonly Wanted[]) => Promise<void>> => {
  await linkStaff(house, staff);
  const { database, seal, city, clock, announce, deliver } = house.hall;
  const [link] = await database.sql`select contact_id::int as id from staff_link order by id desc limit 1`;
  return async (ticket, ...steps) => {
    const effect = { do: 'report.step', ticket, as: 'staff', steps } as const;
    await database.sql.begin((tx) => takeStep(tx, seal, city(), { id: link?.id }, effect, clock.now()));
    await announce();
    await deliver();
  };
};

/** Presses a button that stands somewhere above in a person's chat, or that they made up. */
export const pressDoor = async (actor: ReturnType<TestHall['actor']>, door: string): Promise<string[]> => {
  await actor.seen();
  await actor.forge(`go:${door}`);
  return (await actor.seen()).map(({ text }) => text);
};

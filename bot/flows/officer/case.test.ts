import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { onlyOn } from '../../../api/testing/renderings/rendering.ts';
import { fileReport, linkStaff, openOffice } from '../../../api/testing/staff.ts';
import { linesOf, playTranscript } from '../../conversation/transcript.ts';

let house: TestHall;
let Rina: Awaited<ReturnType<typeof linkStaff>>;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
  Rina = await linkStaff(house, { name: 'Rina Astuti' });
});
afterAll(() => house.close());

/** Nobody's report is near anybody else's. */
const at = {
  lane: '-7.33,110.50',
  market: '-7.3315,110.5125',
  terminal: '-7.35,110.49',
  counter: '-7.32,110.51',
};

/** What somebody sees of a report who opens it by its number. */
const opened = async (person: typeof Rina, ticket: string): Promise<string[]> => {
  await person.seen();
  await person.forge(`go:case:${ticket}`);
  return (await person.seen()).flatMap(linesOf);
};

const pins = (lines: readonly string[]) => lines.filter((line) => line.startsWith('(pin'));

test('a report with a pin shows it to the officer who opens it, above its words', async () => {
  const ticket = await fileReport(house, { at: at.lane });
  expect(pins((await Rina.seen()).flatMap(linesOf))).toEqual([]);
  await playTranscript(
    `
    > [Lihat laporan]
    (pin -7.33,110.50)
    ${ticket}
    Lampu Jalan (PJU)
    Keadaan: …
    Tempat: …
    …
  `,
    Rina,
  );
});

onlyOn(
  'telegram',
  'whatsapp-cloud',
  'whatsapp-linked',
)('and a photo before the pin', async () => {
  const ticket = await fileReport(house, { at: at.market, photo: true });
  expect((await opened(Rina, ticket)).slice(0, 3)).toEqual(['(photo)', `(pin ${at.market})`, ticket]);
});

test('a report without one shows none', async () => {
  expect(pins(await opened(Rina, await fileReport(house)))).toEqual([]);
});

test('who may know the place only roughly sees no pin', async () => {
  const ticket = await fileReport(house, { at: at.terminal });
  for (const [roles, unit] of [
    [['leader'], 'setda'],
    [['officer'], 'dinas_pu'],
  ] as const) {
    const other = await linkStaff(house, { name: 'Tono', roles: [...roles], unit });
    const lines = await opened(other, ticket);
    expect(lines).toContain(ticket);
    expect(pins(lines)).toEqual([]);
    expect(lines.join()).not.toContain('110.49');
  }
});

test('of a sensitive report only its handler sees where', async () => {
  const Ratna = await linkStaff(house, { name: 'Ratna', roles: ['inspector'], unit: 'inspektorat' });
  const Wali = await linkStaff(house, { name: 'Wali', roles: ['leader'], unit: 'setda' });
  const { names } = await playTranscript(
    `
    > petugas loket minta uang pungli lima puluh ribu
    > 1
    > tidak
    > (location ${at.counter})
    > lewati
    > lewati
    > kirim
    Laporan sudah kami terima.
    Nomor: {ticket}
    …
  `,
    house.actor(),
  );
  const ticket = names.get('ticket') ?? '';
  await house.hall.announce();
  await house.hall.deliver();
  expect(pins(await opened(Ratna, ticket))).toEqual([`(pin ${at.counter})`]);
  for (const other of [Rina, Wali]) expect(pins(await opened(other, ticket))).toEqual([]);
});

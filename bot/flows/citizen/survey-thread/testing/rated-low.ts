import { randomBytes } from 'node:crypto';
import type { TestHall } from '../../../../../api/testing/hall.ts';
import { pressDoor } from '../../../../../api/testing/office-steps.ts';
import { loadCity } from '../../../../../db/reads/city.ts';
import { service } from '../../../../../db/schema/index.ts';
import { serviceRows } from '../../../../../db/seed/demo/service-rows.ts';
import { rateService } from '../../../../../db/stores/rate-service.ts';
import { playTranscript } from '../../../../conversation/transcript.ts';
import type { Answer } from '../../../../domain/skm/elements.ts';

type Person = ReturnType<TestHall['actor']>;

/** What nobody but the survey may ever hold. */
export const canary = 'kenari kuning di loket satu';

/** The services of the demo city, once a hall. */
export const openServices = async ({ hall }: TestHall): Promise<void> => {
  const { units } = await loadCity(hall.database, { publicUrl: '' });
  await hall.database.db.insert(service).values(serviceRows(units));
};

/** The hall's clock at an hour of Salatiga in November 2026. */
export const at = async ({ hall }: TestHall, day: number, hour: number): Promise<void> => {
  const wanted = Date.UTC(2026, 10, day, hour - 7);
  await hall.clock.shift(Math.round((wanted - hall.clock.now().getTime()) / 1000));
};

/** Somebody who has rated a service low, under a form whose words nobody may read. */
export const ratedLow = async (
  house: TestHall,
  { who = house.actor({ firstName: 'Sri' }), code = 'ktp-baru', score = 1 as Answer } = {},
): Promise<Person> => {
  const { database, seal, city, clock, sessions } = house.hall;
  await playTranscript('> halo\n…', who);
  const { contact } = await sessions.open(who.address, true);
  const answers = { waktu: score, perilaku: 1 as const, biaya: 4 as const };
  const form = {
    answers,
    respondent: { sex: 'P' as const },
    comment: `${canary} ${randomBytes(2).toString('hex')}`,
  };
  await database.sql.begin((tx) =>
    rateService(tx, seal, city(), contact, { do: 'skm.rate', service: code, form }, clock.now()),
  );
  return who;
};

/** The same, who has pressed *Boleh*; the number of what opened. */
export const openedThread = async (
  house: TestHall,
  more: Parameters<typeof ratedLow>[1] = {},
): Promise<{ rater: Person; number: string; said: string[] }> => {
  const rater = await ratedLow(house, more);
  const said = await pressDoor(rater, `skm-open:${more.code ?? 'ktp-baru'}`);
  await house.hall.deliver();
  const [row] = await house.hall.database.sql`select number from skm_thread order by id desc limit 1`;
  return { rater, number: row?.number ?? '', said };
};

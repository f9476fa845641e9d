import { randomBytes } from 'node:crypto';
import type { City } from '../../../bot/ports.ts';
import { createHallClock } from '../../../db/clock.ts';
import { loadCity } from '../../../db/reads/city.ts';
import { doorsOf } from '../../env.ts';
import type { Opened } from '../../open.ts';
import type { Outcome } from '../outcome.ts';
import { settings, withDatabase } from '../with-database.ts';

/** What every command about the award works with: the database, the city, the hall's moment and true random bytes. */
export type AwardDesk = Opened & {
  city: City;
  at: Date;
  zone: string;
  random: (bytes: number) => Uint8Array;
};

/** Opens all that, does the work and lets it go again. */
export const onAward = (work: (desk: AwardDesk) => Promise<Outcome>): Promise<Outcome> => {
  const env = settings();
  return withDatabase(env, async (opened) => {
    const clock = createHallClock(opened.database);
    const [city] = await Promise.all([
      loadCity(opened.database, {
        publicUrl: env.PUBLIC_URL,
        zone: env.AGENCY_TIMEZONE,
        doors: doorsOf(env),
      }),
      clock.refresh(),
    ]);
    const random = (bytes: number) => randomBytes(bytes);
    return work({ ...opened, city, at: clock.now(), zone: city.agency.zone, random });
  });
};

/** The word that names a cycle on the command line. */
export const cycleArg = {
  type: 'positional',
  required: true,
  description: 'Code of the cycle, such as ASN-2027',
} as const;

/** *Berita acara*: what the committee decided and why, for everybody to read. */
export const minutesArg = {
  type: 'string',
  required: true,
  valueHint: 'TEXT',
  description: 'What the committee decided and why; everybody can read it',
} as const;

export const noCycle = (code: string): string => `There is no cycle ${code}.`;

import { freeInvented } from '../../db/reads/free-invented.ts';
import { type DemoEmployee, imagineStaff } from '../../db/seed/demo/staff.ts';
import { linkInvented } from '../../db/stores/rehearsal.ts';
import type { OpenHall } from '../hall.ts';
import { lampOffice } from '../lamp-office.ts';
import type { ChatHat } from './options.ts';

const wears: { [hat in Exclude<ChatHat, 'citizen'>]: (one: DemoEmployee) => boolean } = {
  asn: ({ kind, roles }) => kind !== 'other' && roles.includes('committee'),
  officer: ({ roles }) => roles.includes('officer'),
  supervisor: ({ roles }) => roles.includes('supervisor'),
};

/** Everybody invented who wears the hat sits at a terminal already, or the demo was loaded without them. */
export class NobodyLeft extends Error {
  override name = 'NobodyLeft';
  constructor(hat: ChatHat) {
    super(`no invented ${hat} is free here: load them with "npm run pendopo -- seed --city NAME --demo"`);
  }
}

/**
 * Lets a terminal's chat speak as an invented employee with that hat, without a code; those of the office of street
 * lamps come first. Throws `NobodyLeft`. In a demo only.
 */
export const takeHat = async (
  { database, city, clock }: Pick<OpenHall, 'database' | 'city' | 'clock'>,
  { contact, channel, hat }: { contact: number; channel: string; hat: Exclude<ChatHat, 'citizen'> },
): Promise<void> => {
  const lamps = lampOffice(city());
  const behind = ({ unitCode }: DemoEmployee) => (unitCode === lamps ? 0 : 1);
  const nips = imagineStaff(city())
    .filter(wears[hat])
    .toSorted((a, b) => behind(a) - behind(b))
    .map(({ nip }) => nip);
  const [found] = await freeInvented(database.sql, { nips, contact, channel });
  if (!found) throw new NobodyLeft(hat);
  await linkInvented(database.sql, { employee: found.id, contact, channel, now: clock.now() });
};

import { createHash } from 'node:crypto';
import { localDate } from '../../../bot/domain/local-date.ts';
import { createDice } from '../../../db/seed/demo/dice.ts';
import { inventNip } from '../../../db/seed/demo/invent-nip.ts';
import { hireInvented, joinCircle, linkInvented } from '../../../db/stores/rehearsal.ts';
import { teachInvented } from '../../../db/stores/rehearsal-learning.ts';
import type { OpenHall } from '../../hall.ts';
import { lampOffice } from '../../lamp-office.ts';
import type { Hat } from '../personas.ts';
import { learningOf } from './learning.ts';

type StaffHat = Exclude<Hat, 'citizen'>;
type Hired = { id: number; nip: string };

/** Whom the office of street lamps gets of each visitor. */
const invented = {
  supervisor: { name: 'Ratih Kalimasada, M.Si.', position: 'Kepala Bidang Penerangan Jalan', isWoman: true },
  officer: { name: 'Danu Wiraloka, S.T.', position: 'Pengelola Pengaduan Publik', isWoman: false },
} as const;

/**
 * The posts in which visitors' officers work: every visitor is a circle with two invented employees of its own, so that
 * what a visitor reports about a lamp arrives at that visitor's officer and at nobody else's; they have learnt something already.
 */
export const createPosts = ({
  database: { sql },
  city,
  clock,
}: Pick<OpenHall, 'database' | 'city' | 'clock'>) => {
  const hired = new Map<string, Promise<{ [hat in StaffHat]: Hired }>>();

  const hire = async (circle: string, hat: StaffHat, supervisor: string | null): Promise<Hired> => {
    const { isWoman, ...who } = invented[hat];
    const seed = createHash('sha256').update(`${circle}|${hat}`).digest().readUInt32BE();
    const dice = createDice(seed);
    for (;;) {
      const nip = inventNip({ kind: 'pns', isWoman, used: new Set() }, dice);
      const id = await hireInvented(sql, { ...who, nip, unit: lampOffice(city()), supervisor, roles: [hat] });
      if (id === undefined) continue;
      const now = clock.now();
      const today = localDate(now, city().agency.zone);
      await teachInvented(sql, id, learningOf(hat, nip, today), { now, today, random: dice.bytes });
      return { id, nip };
    }
  };

  const hireBoth = async (circle: string) => {
    const supervisor = await hire(circle, 'supervisor', null);
    return { supervisor, officer: await hire(circle, 'officer', supervisor.nip) };
  };

  return {
    /** The chat of a phone that nobody has used yet joins its visitor's circle; an officer's also speaks as an employee from now on. */
    take: async (contact: { id: number; channel: string }, circle: string, hat: Hat): Promise<void> => {
      await joinCircle(sql, contact.id, circle);
      if (hat === 'citizen') return;
      const both = hired.get(circle) ?? hireBoth(circle);
      hired.set(circle, both);
      const { id: employee } = (await both)[hat];
      await linkInvented(sql, { employee, contact: contact.id, channel: contact.channel, now: clock.now() });
    },
  };
};

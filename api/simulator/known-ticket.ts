import { ticketUnderWay } from '../../db/reads/ticket-under-way.ts';
import type { OpenHall } from '../hall.ts';

/** The number of a neighbour's report, never one of a visitor (`account` is the simulator's bot); where there is none, an example that nobody has. */
export const knownTicket = async (
  { database, city }: Pick<OpenHall, 'database' | 'city'>,
  account: string,
): Promise<string> => (await ticketUnderWay(database, account)) ?? `${city().agency.prefix}-7K4PQ2`;

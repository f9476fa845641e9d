import type { OpenHall } from '../hall.ts';

/**
 * The number of a neighbour's report that may be seen, the newest one under way and never one of a visitor (`account`
 * is the simulator's bot); an example that nobody has where there is none.
 */
export const knownTicket = async (
  { database, city }: Pick<OpenHall, 'database' | 'city'>,
  account: string,
): Promise<string> => {
  const [row] = await database.sql<{ ticket: string }[]>`
    select ticket from report left join contact on contact.id = report.reporter_id
    where not confidential and state in ('diteruskan', 'diproses') and contact.account is distinct from ${account}
    order by received_at desc limit 1`;
  return row?.ticket ?? `${city().agency.prefix}-7K4PQ2`;
};

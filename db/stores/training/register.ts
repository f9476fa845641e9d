import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import type { Runner } from '../../prepared.ts';
import { employeeOf } from '../../reads/training/employee-of.ts';
import type { Seal } from '../../sealed.ts';
import { takeSeat } from './take-seat.ts';

/** Registers whoever a chat speaks as, or puts them on the waiting list, as they were told it would be; else throws `Overtaken`. */
export const register = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { training, expects }: Extract<Effect, { do: 'training.register' }>,
  at: Date,
): Promise<void> => {
  const employee = await employeeOf(runner, contact);
  if (employee === undefined) throw new Overtaken();
  await takeSeat(runner, seal, city, { employee, training, source: 'self', expects }, at);
};

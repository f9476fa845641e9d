import type { Role } from '../roles.ts';
import type { Action } from './action.ts';
import { cell } from './read-table.ts';
import type { Scope } from './scope.ts';
import { table } from './table.ts';
import type { Verdict } from './verdict.ts';

/**
 * The only decision on who may do what, for chat, command line and web alike: a cell of the table, and a no where there
 * is none. Never test the answer for being other than *no*: `isGranted` asks for the conditions as well.
 * Whether the report's state allows the action is another question (`stateAfter`).
 */
export const may = (who: Role, action: Action, on: Scope): Verdict =>
  table.get(cell(who, action, on)) ?? 'no';

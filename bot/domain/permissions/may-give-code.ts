import { hatsOf } from '../roles.ts';
import { may } from './may.ts';
import { isGranted } from './verdict.ts';

/** Whether an employee may make activation codes: for somebody of whichever unit, so asked as of another's. */
export const mayGiveCode = ({ kind, roles }: { kind: string; roles: readonly string[] }): boolean =>
  hatsOf({ kind, roles, active: true }).some((hat) => isGranted(may(hat, 'issue-person-code', 'other')));

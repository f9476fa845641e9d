import type { Judge } from '../../../bot/domain/award/may-judge.ts';
import { officeOf } from '../../../bot/domain/office.ts';
import { mayAny } from '../../../bot/domain/permissions/may-any.ts';
import { isGranted } from '../../../bot/domain/permissions/verdict.ts';
import { hatsOf } from '../../../bot/domain/roles.ts';
import type { City } from '../../../bot/ports.ts';
import type { Runner } from '../../prepared.ts';
import { speakerOf } from '../training/speaker.ts';

/** The member of the committee that a chat speaks as; `undefined` for everybody else. */
export const committeeMember = async (
  runner: Runner,
  { units, categories }: Pick<City, 'units' | 'categories'>,
  contact: number,
): Promise<Judge | undefined> => {
  const speaker = await speakerOf(runner, contact);
  if (!speaker) return undefined;
  const hats = hatsOf({ ...speaker, active: true });
  const asked = hats.map((role) => ({ role, on: 'other' }) as const);
  if (!isGranted(mayAny(asked, 'judge-nominee'))) return undefined;
  return { id: speaker.id, office: officeOf(speaker.unit, units, categories), hats };
};

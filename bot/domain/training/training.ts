import type { Owing } from '../imports/mandatory-for.ts';
import type { LocalDate } from '../local-date.ts';
import type { Jp } from './jp.ts';
import type { TrainingForm } from './training-form.ts';

/** A training as it is offered. Without a quota there is room for everybody; without days one learns when one likes. */
export type Training = {
  code: string;
  title: string;
  provider: string;
  form: TrainingForm;
  jp: Jp;
  startsOn: LocalDate | null;
  endsOn: LocalDate | null;
  registerBy: LocalDate | null;
  completeBy: LocalDate | null;
  url: string | null;
  place: string | null;
  quota: number | null;
  /** Who pays, where that is not the provider. */
  sponsor: string | null;
  /** Whose duty it is. */
  owing: readonly Owing[];
  /** The local day on which it became known here. */
  listedOn: LocalDate;
};

/** The last day on which one may register: the one that was set, else that of its beginning; `null`: as long as it is offered. */
export const registrationEnds = ({ registerBy, startsOn }: Training): LocalDate | null =>
  registerBy ?? startsOn;

/** By when somebody who takes part has to be done, where nothing else was agreed with them. */
export const completionDue = ({ completeBy, endsOn }: Training): LocalDate | null => completeBy ?? endsOn;

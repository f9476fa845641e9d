import type { Asking } from '../../../conversation/form.ts';
import type { Moment } from '../../../conversation/moment.ts';
import type { Place } from '../../../conversation/questions/place.ts';
import type { Category } from '../../../domain/category.ts';
import type { Danger } from '../../../domain/danger.ts';
import type { Identity } from '../../../domain/identity.ts';
import type { Similar } from '../../../reads.ts';

/** What a report asks for. `topic` is a suggested category (`c-KEY`) or a group (`g-KEY`) whose categories come next. */
export type Answers = {
  detail: string;
  danger: string;
  topic: string;
  category: string;
  place: Place | null;
  region: string;
  outside: string;
  similar: string;
  photo: string[] | null;
  identity: Identity;
  phone: string | null;
  /** Of a sensitive report: the emergency numbers were shown. */
  protection: string;
  /** Somebody of the office that reads sensitive reports is concerned; if not, which office is, in the person's words. */
  insider: boolean;
  office: string | null;
  named: string;
};

/** What was made of a place: the region it lies in, the regions its words name, whether it lies in the city. */
export type Where = { region: string | null; named: string[]; inside: boolean };

export type Facts = {
  suggested: string[];
  danger: Danger | null;
  where: Where;
  regions: string[];
  nearby: Similar[];
};

export type Ask = Asking<Answers, Facts>;

/** The category chosen, by its suggestion or inside its group. */
export const chosenCategory = (
  answers: Partial<Answers>,
  moment: Pick<Moment, 'city'>,
): Category | undefined => {
  const key = answers.topic?.startsWith('c-') ? answers.topic.slice(2) : answers.category;
  return moment.city.categories.find((category) => category.key === key);
};

export const pointOf = (place: Place | null | undefined) =>
  place && 'point' in place ? place.point : undefined;
export const placeWords = (place: Place | null | undefined) =>
  place && 'words' in place ? place.words : undefined;

/** Danger in anything the person wrote, or in the category they chose (`bencana`). */
export const dangerOf = ({ answers, facts, moment }: Ask): Danger | undefined =>
  facts.danger ?? (chosenCategory(answers, moment)?.key === 'bencana' ? 'emergency' : undefined);

/** The citizen chose to follow a report that is already there: nothing more is asked. */
export const joins = (answers: Partial<Answers>): string | undefined =>
  answers.similar?.startsWith('f-') ? answers.similar.slice(2) : undefined;

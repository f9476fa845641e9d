import type { CoreValue } from '../award/berakhlak.ts';
import type { LocalDate } from '../local-date.ts';
import type { ElementKey } from '../skm/elements.ts';
import type { PositionGroup } from '../training/ip-asn-rules.ts';
import type { Jp } from '../training/jp.ts';
import type { OfficeKind } from './office-kind.ts';

/**
 * A learning module as a personnel officer wrote it (`db/seed/data/modules/README.md`). Texts keep `*strong*` and `` `code` ``
 * as `locales/` has them. Empty `offices` or `positions` mean everybody; `jp` is 0 without a decree.
 */
export type Module = {
  code: string;
  title: string;
  minutes: number;
  /** Whole percent of right answers from which on the module is passed. */
  pass: number;
  jp: Jp;
  decree: { number: string; on: LocalDate | null } | null;
  offices: readonly OfficeKind[];
  positions: readonly PositionGroup[];
  values: readonly CoreValue[];
  /** Elements of the survey that the module may lift: for these it is proposed. */
  elements: readonly ElementKey[];
  /** In the order in which they are learnt. */
  steps: readonly Step[];
};

/** `id` is made of the title, so that steps may be moved and added while somebody is half-way. */
export type Step = Card | Question | Case;

/** A screen to read; `parts` are the messages it takes, the title stands at the head of the first. */
export type Card = {
  kind: 'card';
  id: string;
  title: string;
  parts: readonly string[];
  picture: Picture | null;
};

/** A file beside the module, and what it shows for those who cannot see it. */
export type Picture = { file: string; alt: string };

/** A question of the quiz; `right` is the place of the right choice, from 0. */
export type Question = {
  kind: 'question';
  id: string;
  ask: string;
  choices: readonly string[];
  right: number;
  whyRight: string;
  whyWrong: string;
};

/** A case that branches: the first scene begins it, a scene without choices ends it, and no way leads in a circle. */
export type Case = { kind: 'case'; id: string; title: string; scenes: readonly Scene[] };
export type Scene = { name: string; text: string; choices: readonly SceneChoice[] };
export type SceneChoice = { label: string; consequence: string; next: string };

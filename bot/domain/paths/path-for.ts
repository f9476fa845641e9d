import type { Module } from '../modules/module.ts';
import type { OfficeKind } from '../modules/office-kind.ts';
import type { PositionGroup } from '../training/ip-asn-rules.ts';

/** Whom a path is for; null is an office of no kind. */
export type Learner = { office: OfficeKind | null; position: PositionGroup };

/** With which modules some begin, in order, by their codes. Empty lists mean everybody. */
export type PathRule = {
  offices: readonly OfficeKind[];
  positions: readonly PositionGroup[];
  codes: readonly string[];
};

/** Our proposal, with the modules that are shipped; a city writes its own. Rules that say more of whom they are for go first. */
export const usualPaths: readonly PathRule[] = [
  {
    offices: [],
    positions: ['struktural'],
    codes: ['membaca-survei', 'menjawab-warga', 'bahasa-terang', 'berakhlak'],
  },
  { offices: ['kesehatan'], positions: [], codes: ['aman-informasi', 'menjawab-warga', 'bahasa-terang'] },
  { offices: ['pendidikan'], positions: [], codes: ['bahasa-terang', 'aman-informasi', 'menjawab-warga'] },
  { offices: ['loket'], positions: [], codes: ['menjawab-warga', 'bahasa-terang', 'aman-informasi'] },
  {
    offices: [],
    positions: [],
    codes: ['menjawab-warga', 'bahasa-terang', 'aman-informasi', 'berakhlak', 'membaca-survei'],
  },
];

type Aimed = Pick<Module, 'code' | 'minutes' | 'offices' | 'positions'>;

const isFor = (
  { offices, positions }: Pick<Aimed, 'offices' | 'positions'>,
  { office, position }: Learner,
): boolean =>
  (offices.length === 0 || (office !== null && offices.includes(office))) &&
  (positions.length === 0 || positions.includes(position));

/** How much a rule or a module says of whom it is for. */
const narrowness = ({ offices, positions }: Pick<Aimed, 'offices' | 'positions'>): number =>
  (offices.length > 0 ? 1 : 0) + (positions.length > 0 ? 1 : 0);

/**
 * The modules for somebody, in the order in which to learn them: what the rules name, narrower rules first, then what was
 * written for such an office or position, then the rest, shorter ones first. A module for others never stands in it.
 */
export const pathFor = <M extends Aimed>(
  learner: Learner,
  modules: readonly M[],
  rules: readonly PathRule[] = usualPaths,
): M[] => {
  const codes = [
    ...new Set(
      rules
        .filter((rule) => isFor(rule, learner))
        .toSorted((one, other) => narrowness(other) - narrowness(one))
        .flatMap((rule) => rule.codes),
    ),
  ];
  const place = ({ code }: M): number => {
    const at = codes.indexOf(code);
    return at < 0 ? codes.length : at;
  };
  return modules
    .filter((module) => isFor(module, learner))
    .toSorted(
      (one, other) =>
        place(one) - place(other) ||
        narrowness(other) - narrowness(one) ||
        one.minutes - other.minutes ||
        (one.code < other.code ? -1 : 1),
    );
};

/** The first module of a path that is not passed yet. */
export const nextOnPath = <M extends Aimed>(path: readonly M[], passed: readonly string[]): M | undefined =>
  path.find(({ code }) => !passed.includes(code));

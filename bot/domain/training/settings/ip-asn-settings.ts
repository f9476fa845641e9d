import { compare, fraction, halfUp, readDecimal, sum } from '../../skm/fraction.ts';
import { type CompetencePart, competenceParts, type PositionGroup, positionGroups } from '../ip-asn-rules.ts';
import { jpText, readJp } from '../jp.ts';
import { type TrainingForm, trainingForms } from '../training-form.ts';
import type { OwnTrainingSettings } from '../training-settings.ts';
import { type KnownTrainingSetting, readPairs, readWhole, type Unfit } from './known-setting.ts';

/** The weight of competence in the index (PermenPANRB 38/2018). */
const weight = fraction(40);

const isPart = (text: string): text is CompetencePart =>
  (competenceParts as readonly string[]).includes(text);
const isForm = (text: string): text is TrainingForm => (trainingForms as readonly string[]).includes(text);

const competence = (group: PositionGroup): KnownTrainingSetting => ({
  name: `ip-asn.competence.${group}`,
  allowed: `points of ${competenceParts.join(', ')} as in technical:22.5,seminar:17.5; together 40`,
  read: (text, { ipAsn }) => {
    const pairs = [...(readPairs(text) ?? [])];
    const points: { [part in CompetencePart]?: string } = {};
    for (const [part, value] of pairs) {
      if (!isPart(part) || !/^\d{1,2}(\.\d{1,2})?$/.test(value)) return 'shape';
      points[part] = value;
    }
    const total = sum(Object.values(points).map(readDecimal));
    if (pairs.length === 0) return 'shape';
    if (compare(total, weight) !== 0)
      return { refused: `its points add up to ${halfUp(total, 2)}, not to 40` };
    return { ipAsn: { competence: { ...ipAsn.competence, [group]: points } } };
  },
  said: ({ ipAsn }) =>
    Object.entries(ipAsn.competence[group])
      .map((pair) => pair.join(':'))
      .join(','),
});

const readPart = (
  text: string,
  part: CompetencePart,
  { ipAsn }: Parameters<KnownTrainingSetting['read']>[1],
): OwnTrainingSettings | Unfit => {
  const [, list = '', hours = '', span = ''] =
    /^forms:([a-z_+]+)[, ]jp:(\S+)[, ]years:(\d+|ever)$/i.exec(text) ?? [];
  const forms = list.toLowerCase().split('+');
  const atLeast = readJp(hours);
  const years = span.toLowerCase() === 'ever' ? null : readWhole(span, 1, 40);
  if (!forms.every(isForm) || atLeast === undefined || years === undefined) return 'shape';
  for (const other of competenceParts) {
    const twice = ipAsn.parts[other].forms.find((form) => forms.includes(form));
    if (other !== part && twice) return { refused: `${twice} already counts for ${other}` };
  }
  return { ipAsn: { parts: { ...ipAsn.parts, [part]: { forms: [...new Set(forms)], atLeast, years } } } };
};

const partOf = (part: CompetencePart): KnownTrainingSetting => ({
  name: `ip-asn.part.${part}`,
  allowed: 'forms:teknis+bimtek,jp:20,years:1 (years: how many up to the one asked about, or ever)',
  read: (text, now) => readPart(text, part, now),
  said: ({ ipAsn }) => {
    const { forms, atLeast, years } = ipAsn.parts[part];
    return `forms:${forms.join('+')},jp:${jpText(atLeast)},years:${years ?? 'ever'}`;
  },
});

/** What the competence part of IP-ASN counts. None of it is confirmed (`ip-asn-rules.ts`), so an agency may correct all. */
export const ipAsnSettings: readonly KnownTrainingSetting[] = [
  ...positionGroups.map(competence),
  ...competenceParts.map(partOf),
];

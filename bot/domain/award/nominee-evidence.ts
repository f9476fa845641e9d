/**
 * Figures of real work beside a nominee, as they stood when the committee saw them. Of the unit, never a citizen's rating of
 * the person: `ikm` with its number of respondents (none under five), `onTime`: percent of the unit's reports first answered in
 * time, of how many. Of the person: hours of the year in hundredths of JP, and hours that were mentoring or coaching.
 */
export type NomineeEvidence = {
  unit: {
    ikm: { value: string; respondents: number } | null;
    onTime: { percent: string; reports: number } | null;
  };
  person: { jp: number; mentoring: number };
  nominations: number;
};

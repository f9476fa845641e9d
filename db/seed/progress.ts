/** Told after each part with how many rows its data hold, not how many of them were missing. */
export type Progress = (part: SeedPart, rows: number) => void;
type SeedPart =
  | 'offices'
  | 'categories'
  | 'regions'
  | 'holidays'
  | 'modules'
  | 'services'
  | 'questions'
  | 'ratings'
  | 'employees'
  | 'trainings'
  | 'reports';

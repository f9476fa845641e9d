/**
 * When a unit is offered help. `times`: complaints above so many times the unit's own past; `onTimeBelow`: whole percent of first
 * answers within their promise; `elementBelow`: an element's value as the survey prints it. Nothing is said on fewer than
 * `least`, which is also the least that is ever shown. `pastWindows`: so many earlier windows there must be to compare with.
 */
export type CoachingRules = {
  windowDays: number;
  times: string;
  pastWindows: number;
  onTimeBelow: number;
  elementBelow: string;
  least: number;
  /** Days after the proposal on which the same figure is looked at again. */
  checks: readonly number[];
};

/** Our proposal; no source gives any. *Baik* begins at 76,61 (PermenPANRB 14/2017). */
export const usualCoaching: CoachingRules = {
  windowDays: 30,
  times: '1.5',
  pastWindows: 3,
  onTimeBelow: 80,
  elementBelow: '76.61',
  least: 5,
  checks: [30, 90],
};

/** What a nominee says to being named. */
export const consents = ['agreed', 'declined'] as const;
export type Consent = (typeof consents)[number];

/** What the committee says of a nominee: taken, asked something first, or refused with a reason. */
export const verdicts = ['accepted', 'asked', 'refused'] as const;
export type Verdict = (typeof verdicts)[number];

/** What the caller must see to before a conditional yes is a yes. */
export const conditions = [
  /** A second inspector agrees, a reason is written down, the audit mailbox is told. */
  'with-two',
  /** The citizen chose *Boleh ditelepon* and has not taken it back. */
  'when-callable',
  /** A person has approved this text or photo for the public. */
  'when-approved',
  /** The promised day has passed. */
  'when-overdue',
  /** A place so coarse that it names no house. */
  'rounded',
  /** The chat has spoken as this employee for a day: a code that somebody else used is noticed by then (`settled-link.ts`). */
  'when-settled',
  /** The group counted holds five cases or more. */
  'from-five',
  /** The notice holds neither category nor number nor text. */
  'neutral',
  /** Only to the Inspektorat, the named protection officers or, where the Inspektorat itself is concerned, the Sekretaris Daerah. */
  'to-handlers',
] as const;
export type Condition = (typeof conditions)[number];

export type Verdict = 'yes' | 'no' | Condition;

/** Whether a verdict lets the person through, given the conditions the caller has made sure of. */
export const isGranted = (verdict: Verdict, met: readonly Condition[] = []): boolean =>
  verdict === 'yes' || (verdict !== 'no' && met.includes(verdict));

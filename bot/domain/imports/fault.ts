/** Why a cell, a row or a file cannot be taken, or is odd: a key of `locales/` and what fills its blanks. */
export type Reason = {
  key: `import.fault.${FaultCode}`;
  with?: { readonly [blank: string]: string | number };
};

/** `row` as the person sees it in the sheet, the header being 1; without a column it is about the whole row. */
export type Fault = { row: number; column: string | null; value: string; reason: Reason };

type FaultCode =
  | 'missing-column'
  | 'column-twice'
  | 'more-cells'
  | 'missing'
  | 'twice'
  | 'code'
  | 'counter'
  | 'counter-taken'
  | 'choice'
  | 'long'
  | 'phone'
  | 'mobile'
  | 'yes-no'
  | 'date'
  | 'time'
  | 'before'
  | 'alone'
  | 'whole'
  | 'between'
  | 'box'
  | 'unit'
  | 'parent'
  | 'supervisor'
  | 'employee'
  | 'blank'
  | 'itself'
  | 'circle'
  | 'region-code'
  | 'local-id'
  | 'nip-rounded'
  | 'nip-digits'
  | 'nip-length'
  | 'nip-birth'
  | 'nip-month'
  | 'nip-sex'
  | 'nip-sequence'
  | 'nip-before-birth'
  | 'nip-other-kind'
  | 'nip-age'
  | 'service'
  | 'service-unit'
  | 'training'
  | 'training-or-title'
  | 'mandatory'
  | 'link'
  | 'late-register'
  | 'over-quota'
  | 'withdrawn'
  | 'refused-before'
  | 'provider'
  | 'future'
  | 'old-date'
  | 'age'
  | 'no-answer'
  | 'element-column'
  | 'no-elements'
  | 'not-nine'
  | 'order-missing'
  | 'order-named'
  | 'order-mixed';

export const because = (code: FaultCode, blanks?: Reason['with']): Reason => ({
  key: `import.fault.${code}`,
  ...(blanks && { with: blanks }),
});

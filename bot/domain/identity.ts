/** The two words a citizen chooses between. */
export const identities = ['biasa', 'tertutup'] as const;
export type Identity = (typeof identities)[number];

/** What the words mean underneath: who sees the name and number, and whether the public may read the text. */
export type Secrecy = { anonymous: boolean; confidential: boolean };

/**
 * Officers and the public never see name or number, which Perpres 76/2013 makes a duty. The one exception is the
 * citizen's own *Boleh ditelepon*: it shares the number with the handling office and can be taken back.
 */
export function secrecyOf(identity: Identity, mayPhone = false): Secrecy {
  return { anonymous: !mayPhone, confidential: identity === 'tertutup' };
}

/**
 * An element of ristretto255 (RFC 9496) as 64 lower-case hexadecimal digits of its 32 bytes. Only the canonical encoding
 * of section 4.3.1 is one; 64 zeros are the identity. G is the generator of section 4, l = 2^252 +
 * 27742317777372353535851937790883648493 the order.
 */
export type PointHex = string;

/** A whole number from 0 to l − 1 as 64 lower-case hexadecimal digits of its 32 bytes, least significant byte first. */
export type ScalarHex = string;

/** A SHA-256 digest as 64 lower-case hexadecimal digits. */
export type HashHex = string;

/**
 * What is hashed first. Each hash is SHA-512 over its parts in the order told; before each part stand four bytes with its
 * length, most significant first. Parts are: text as UTF-8, a point or scalar or `HashHex` as its 32 bytes, a number as
 * four bytes, most significant first, a digest as its 64 bytes. A challenge is the 64 bytes read as one number, least
 * significant byte first, modulo l. Never a part that is not named here: the whole statement is hashed and nothing else
 * (strong Fiat–Shamir: Bernhard, Pereira, Warinschi, "How not to prove yourself", ASIACRYPT 2012).
 *
 * - `category` gives the digest E: label, `cycle`, `rules_hash`, `public_key.key`, `public_key.slope`, the category's
 *   `category`, then each of its `candidates`. So a proof counts in one cycle and category only, and for these names.
 * - `ballot` gives the digest V: label, E, then `alpha` and `beta` of each entry in order.
 * - `one-of` gives the challenge of an entry: label, V, the entry's number from 0, A0, B0, A1, B1 (see `OneOf`).
 * - `sum` gives the challenge of the sum: label, V, A, B (see `SumIsOne`).
 * - `partial` gives the challenge of a partial decryption: label, E, the entry's number from 0, `member`, the member's
 *   commitment H, the sum's `alpha` and `beta`, `partial`, A, B (see `PartialDecryption`).
 */
export type Label = `pendopo/award/v1/${'category' | 'ballot' | 'one-of' | 'sum' | 'partial'}`;

/**
 * The key of a cycle and what binds its three shares (Feldman 1987): with f(z) = x + y·z over the scalars, `key` = x·G and
 * `slope` = y·G. Member i of 1, 2, 3 holds f(i); its commitment is H = `key` + i·`slope`. None of `key`, `slope` and the
 * three H is the identity.
 */
export type PublicKey = { readonly key: PointHex; readonly slope: PointHex };

/** Exponential ElGamal of a whole number m with fresh r: `alpha` = r·G, `beta` = m·G + r·`key`. */
export type Ciphertext = { readonly alpha: PointHex; readonly beta: PointHex };

/**
 * That an entry holds 0 or 1 (Cramer, Damgård, Schoenmakers, CRYPTO 1994, over Chaum, Pedersen, CRYPTO 1992). For v = 0, 1:
 * Av = sv·G − cv·`alpha`, Bv = sv·`key` − cv·(`beta` − v·G). It holds when c0 + c1 is the `one-of` challenge modulo l.
 */
export type OneOf = {
  readonly c0: ScalarHex;
  readonly c1: ScalarHex;
  readonly s0: ScalarHex;
  readonly s1: ScalarHex;
};

/**
 * That the entries of a ballot add up to exactly 1 (Chaum, Pedersen 1992). With `alpha` and `beta` added up over all its
 * entries: A = s·G − c·alpha, B = s·`key` − c·(beta − G). It holds when c is the `sum` challenge.
 */
export type SumIsOne = { readonly c: ScalarHex; readonly s: ScalarHex };

/** One choice, or blank, in one category, as it is kept and published: it names no voter, no time and no order. */
export type Ballot = {
  readonly category: string;
  /** One for each candidate in the order of the category, and blank last. In none of them is a point the identity. */
  readonly entries: readonly (Ciphertext & { readonly oneOf: OneOf })[];
  readonly sumIsOne: SumIsOne;
};

/**
 * `partial` = f(member)·`alpha` of one sum, and that it is so (Chaum, Pedersen 1992): A = s·G − c·H,
 * B = s·`alpha` − c·`partial`. It holds when c is the `partial` challenge.
 */
export type PartialDecryption = { readonly partial: PointHex; readonly c: ScalarHex; readonly s: ScalarHex };

/** The committee's three members, by the number of their share. */
export type Member = 1 | 2 | 3;

/** Who may be chosen, each by a name that is never given twice, in published order; blank is no candidate. */
export type BallotCategory = { readonly category: string; readonly candidates: readonly string[] };

/** What one member opens of one category, entry by entry as in a ballot. */
export type CategoryShare = {
  readonly member: Member;
  readonly category: string;
  readonly entries: readonly PartialDecryption[];
};

/** The ballots of one category added up, entry by entry: points added; the identity when nobody voted. */
export type CategorySum = { readonly category: string; readonly entries: readonly Ciphertext[] };

/** Votes for each candidate in order, and blank ones last. */
export type CategoryTotal = { readonly category: string; readonly votes: readonly number[] };

/** Candidates of one category with equally many votes, in the order of the category. */
export type Tie = {
  readonly category: string;
  readonly votes: number;
  readonly candidates: readonly string[];
};

/**
 * All that anybody needs to recount a vote, as JSON; it opens no ballot. A checker holds the following, in this order:
 * every encoding is canonical; every ballot has a category of the list, as many entries as candidates and one more, and
 * proofs that hold; no `alpha` stands twice among all ballots; a category has as many receipts as ballots and none twice;
 * each sum is the sum of the category's ballots; for each category there are shares of exactly two members, the same two
 * everywhere, whose proofs hold; for each entry the total m is the number from 0 to the ballots of the category with
 * m·G = `beta` − λi·`partial`i − λj·`partial`j, where λi = j / (j − i) and λj = i / (i − j) modulo l; the totals of a
 * category add up to its ballots; the ties are those of the totals.
 * `fixtures/small-election.json` holds a right one, with the dice, votes and shares that it came from.
 */
export type Bulletin = {
  readonly cycle: string;
  /** Of the rules as published before the cycle began. Every proof is bound to it. */
  readonly rules_hash: HashHex;
  /** Of the roll as frozen. No proof is bound to it, for the committee's minutes may still correct the roll. */
  readonly roll_hash: HashHex;
  /** Each once. All lists below keep this order. */
  readonly categories: readonly BallotCategory[];
  readonly public_key: PublicKey;
  /** SHA-256 of `pendopo/award/v1/receipt:` and the code as printed, sorted as text. Nothing joins one to a ballot. */
  readonly receipts: readonly { readonly category: string; readonly hashes: readonly HashHex[] }[];
  /** Within a category sorted as text by `alpha` of the first entry, so that their order tells nothing. */
  readonly ballots: readonly Ballot[];
  readonly sums: readonly CategorySum[];
  /** Within a category by `member`, lowest first. */
  readonly shares: readonly CategoryShare[];
  readonly totals: readonly CategoryTotal[];
  /** Every number of votes that two or more candidates share, 0 too, highest first; blank ones are left out. */
  readonly ties: readonly Tie[];
};

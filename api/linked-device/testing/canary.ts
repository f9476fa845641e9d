/** Something that must not turn up anywhere outside the sealed store: `what` says which, for whoever reads a failing test. */
export type Canary = { what: string; bytes: Uint8Array };

/** The writings in which bytes turn up in outputs. */
export const writings = ['raw', 'hex', 'base64', 'decimal'] as const;
export type Writing = (typeof writings)[number];

/** A leak may be cut short, as Node does with long buffers: every piece of so many bytes is looked for. */
const pieceBytes = 16;

/** Pieces of little variety, such as zeros, stand in many outputs. */
const leastVariety = 6;

const pieces = ({ bytes }: Canary): Buffer[] => {
  if (bytes.length <= pieceBytes) return [Buffer.from(bytes)];
  const found: Buffer[] = [];
  for (let at = 0; at + pieceBytes <= bytes.length; at += pieceBytes)
    found.push(Buffer.from(bytes.subarray(at, at + pieceBytes)));
  return found.filter((piece) => new Set(piece).size >= leastVariety);
};

/** Base64 of bytes depends on where in a longer run they begin: what is the same whatever stands around them. */
const base64Inside = (piece: Buffer, before: number): string => {
  const text = Buffer.concat([Buffer.alloc(before), piece]).toString('base64');
  const whole = Math.floor(((before + piece.length) * 8) / 6);
  return text.slice([0, 2, 3][before], whole);
};

const written: { readonly [W in Writing]: (piece: Buffer) => string[] } = {
  raw: (piece) => [piece.toString('latin1')],
  hex: (piece) => [piece.toString('hex')],
  base64: (piece) => [0, 1, 2].map((before) => base64Inside(piece, before)),
  decimal: (piece) => [[...piece].join(',')],
};

/** An output as each writing is looked for in it: hex with or without blanks and in either case, base64 in both alphabets, numbers in columns or not. */
const readAs = (output: Buffer): { readonly [W in Writing]: string } => {
  const raw = output.toString('latin1');
  const dense = raw.replace(/\s|\\x|\\n/g, '');
  return {
    raw,
    hex: dense.toLowerCase(),
    base64: dense.replaceAll('-', '+').replaceAll('_', '/').replaceAll('\\/', '/'),
    decimal: dense,
  };
};

/** Which canaries stand in an output, and written how. */
export const found = (output: string | Buffer, canaries: readonly Canary[]): string[] => {
  const read = readAs(Buffer.from(output));
  return canaries.flatMap((canary) => {
    const all = pieces(canary);
    const ways = writings.filter((writing) =>
      all.some((piece) => written[writing](piece).some((text) => read[writing].includes(text))),
    );
    return ways.map((writing) => `${canary.what} (${writing})`);
  });
};

export const textCanary = (what: string, text: string): Canary => ({ what, bytes: Buffer.from(text) });

const looksLikeBytes = /^[A-Za-z0-9+/]{22,}={0,2}$/;

/** Every key, number and id in something that the client keeps, however deep; short words of its own are none. */
export const canariesIn = (what: string, value: unknown): Canary[] => {
  if (value instanceof Uint8Array) return value.length < pieceBytes ? [] : [{ what, bytes: value }];
  if (typeof value === 'string') {
    if (looksLikeBytes.test(value)) return [{ what, bytes: Buffer.from(value, 'base64') }];
    const digits = /^\d{8,}/.exec(value)?.[0];
    return digits ? [textCanary(what, digits)] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => [
    ...canariesIn(`${what} name`, name),
    ...canariesIn(`${what}.${looksLikeBytes.test(name) ? '*' : name}`, part),
  ]);
};

/** How much a module may hold, in characters and lines as a person sees them (`conversation.md` section 11, seeds 002 and 003). */
export const limits = {
  /** A card, with its title. */
  card: 1_200,
  /** One message; a card that is longer is shown as several, between its paragraphs. */
  message: 480,
  lines: 6,
  /** Kept free in each message of several for "(2/3)" and the space before it. */
  counter: 8,
  code: 40,
  title: 64,
  ask: 240,
  choice: 80,
  /** What is said after an answer or a choice. */
  told: 400,
  /** Bytes of a picture: a phone on a slow network waits some five seconds for it. */
  picture: 300_000,
  /** What is said of a picture where it cannot be shown. */
  alt: 160,
  /** Choices of a question and of a scene. */
  choices: { from: 2, to: 4 },
  minutes: { from: 1, to: 60 },
  pass: { from: 50, to: 100 },
} as const;

/** The words without marks, as on a button, which shows none. */
export const unmarked = (text: string): string => text.replace(/[*`]/g, '');

/** How many characters a person sees: marks are not shown. */
export const seen = (text: string): number => [...unmarked(text)].length;

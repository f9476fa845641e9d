/** Where a person lives: reports about one's own place are never "similar", so a dialogue keeps its seven updates. */
export type Home = { lat: number; lon: number };

/** What a person can do on any app. */
export type Hands = {
  type: (text: string) => unknown;
  press: (label: string) => unknown;
  sendLocation: (lat: number, lon: number) => unknown;
};

/** One update of a dialogue: what the person does, and the bot's message that lets them go on. */
export type Step = {
  name: string;
  act: (phone: Hands, home: Home) => void;
  answered: (seen: Seen) => boolean;
};

/** A message of the bot as it was said or changed, what it lets the person choose, and whether the phone now offers to share a place. */
export type Seen = { text: string; labels: readonly string[]; asksPlace: boolean };

const has = (label: string) => (seen: Seen) => seen.labels.includes(label);
const category = 'Lampu Jalan (PJU)';

/** The number in a receipt (`contract.md`). */
export const ticketIn = ({ text }: Pick<Seen, 'text'>): string | undefined =>
  /\b[A-Z]{2,5}-[0-9A-HJKMNP-TV-Z]{6}\b/.exec(text)?.[0];

/** The shortest complete report: three messages, four presses. */
export const steps: readonly Step[] = [
  {
    name: '/lapor',
    act: (phone) => phone.type('/lapor'),
    answered: ({ labels }) => labels.length === 1 && labels[0] === 'Batal',
  },
  {
    name: 'text',
    act: (phone) => phone.type('lampu jalan di depan balai warga mati sudah tiga malam'),
    answered: has(category),
  },
  { name: 'category', act: (phone) => phone.press(category), answered: ({ asksPlace }) => asksPlace },
  {
    name: 'location',
    act: (phone, { lat, lon }) => phone.sendLocation(lat, lon),
    answered: has('Lewati'),
  },
  { name: 'Lewati', act: (phone) => phone.press('Lewati'), answered: has('Biasa') },
  { name: 'Biasa', act: (phone) => phone.press('Biasa'), answered: has('Kirim') },
  { name: 'Kirim', act: (phone) => phone.press('Kirim'), answered: (seen) => ticketIn(seen) !== undefined },
];

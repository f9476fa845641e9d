import { coordinates } from '../../conversation/coordinates.ts';
import type { Shown } from '../../conversation/fit.ts';
import type { Address } from '../../conversation/inbound.ts';
import { ansi } from './ansi.ts';

/** One message to be printed, without the line end. */
export type Wire = { text: string };

const example = '@-7.33,110.50';

/** How a place is typed. */
const asked = ({ request }: Shown): string[] => (request ? ['', `${request.label}: ${example}`] : []);

/** A point as it would be typed, under its name. */
const pinned = ({ pin }: Shown): string[] =>
  pin ? [[...(pin.name ? [pin.name] : []), `@${coordinates(pin)}`].join('\n')] : [];

/** An answer as printed text. A terminal cannot change what it has printed, so `Standing` has no meaning here. */
export const encode =
  (screen: boolean) =>
  (_to: Address, shown: Shown): Wire[] => {
    const last = [shown.texts.at(-1) ?? '', ...asked(shown)].join('\n');
    const [first = '', ...more] = [...shown.texts.slice(0, -1), last];
    const texts = [shown.note ? `${shown.note}\n\n${first}` : first, ...more];
    return [...pinned(shown), ...texts].map((text) => ({ text: ansi(text, screen) }));
  };
